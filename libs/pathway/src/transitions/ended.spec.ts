import { day, definitive, inCareAt, reviewed } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, givenWith, type Step } from '../specs/given.ts';
import {
  answered,
  arrived,
  cancelledBy,
  decided,
  first,
  goalReached,
  goalsSet,
  overrideTo,
  second,
} from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';

const moment = 0.001;
const inIop = inCareAt('iop');
const cocaine = definitive([['cocaine', 'positive']]);
const steppingUp = [...inIop, cocaine];
const down = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20))];
const active = (before: readonly Step[], ...steps: readonly Step[]) => {
  const { journey } = given(before).when(...steps);
  if (journey.status !== 'active') throw new Error('not in care');
  return journey;
};

describe('a move that ended before it was made', () => {
  it('because the person declined it is their word, said once', () => {
    const declines = { decision: 'declines', transitionId: first, kind: 'step-up', at: day(11), recordedAt: day(11) };
    const own = answered('declines', day(11), { transitionId: first });
    expect(active(steppingUp, own).patientDecisions).toEqual([{ ...declines, eventId: expect.any(String) }]);
    const byCoordinator = active(steppingUp, cancelledBy(first, 'patient-declined', day(11)));
    expect(byCoordinator.patientDecisions).toEqual([{ ...declines, eventId: expect.any(String) }]);
    expect(byCoordinator.stepUpNotMade).toEqual({ transitionId: first, at: day(11) });
    const agreed = answered('agrees', day(10.5), { transitionId: first });
    const both = active(steppingUp, agreed, cancelledBy(first, 'patient-declined', day(11)));
    expect(both.patientDecisions.map(({ decision }) => decision)).toEqual(['agrees', 'declines']);
  });

  it('leaves no plan to be made where it led to less support', () => {
    const declined = active(down, cancelledBy(first, 'patient-declined', day(21)));
    expect(declined.stepUpNotMade).toBeUndefined();
    expect(declined.stepDownRetainedAt).toBeUndefined();
  });

  it('keeps less support away only where a person turned that down', () => {
    const kept = (before: readonly Step[], step: Step) => active(before, step).stepDownRetainedAt;
    expect(kept(down, cancelledBy(first, 'clinician-retains', day(21)))).toBe(day(21));
    expect(kept(down, cancelledBy(first, 'no-longer-indicated', day(21)))).toBe(day(21));
    expect(kept(down, overrideTo('residential', day(21)))).toBeUndefined();
    expect(kept(steppingUp, cancelledBy(first, 'clinician-retains', day(11)))).toBeUndefined();
    const back = [
      ...steppingUp,
      arrived(first, day(12)),
      reviewed('S-2026-05-14T12', 'cocaine', 'expected-prescribed', day(13)),
    ];
    expect(kept(back, cancelledBy(second, 'clinician-retains', day(14)))).toBeUndefined();
    const proposing = {
      programme: { ...standardFour, stepDown: { ...standardFour.stepDown, mode: 'confirm' as const } },
    };
    const { journey } = givenWith(proposing, down).when(decided(first, 'decline', day(20.5)));
    expect(journey).toMatchObject({ stepDownRetainedAt: day(20.5) });
  });
});

describe('the goals that are a reason for less support', () => {
  const moved = [...inIop, goalsSet(day(1), 'g1', 'g2'), overrideTo('residential', day(3))];
  const considered = (...steps: readonly Step[]) =>
    wholeData('TransitionConsidered', given(moved).when(...steps)).filter(
      (one) => 'about' in one && one.about === 'step-down',
    );
  const back = [arrived(first, day(4)), overrideTo('iop', day(5))];

  it('are reached in this stay, from its first moment on', () => {
    const reachedAt = (at: Instant) => [
      ...back,
      arrived(second, day(6)),
      { ...goalReached('g1', at), occurredAt: at },
      { ...goalReached('g2', at), occurredAt: at },
    ];
    expect(considered(...reachedAt(day(6)))).toHaveLength(1);
  });

  it('are named by the last one: of two reached at once, the one told last', () => {
    const trigger = (...steps: readonly Step[]) => {
      const { events } = given([...inIop, goalsSet(day(1), 'g1', 'g2')]).when(...steps);
      const { causedBy } = events.findLast((event) => event.type === 'TransitionConsidered') ?? {};
      return events.flatMap((event) =>
        event.id === causedBy && event.type === 'GoalCompleted' ? [event.data.goalId] : [],
      );
    };
    expect(trigger(goalReached('g1', day(20)), goalReached('g2', day(20)))).toEqual(['g2']);
    expect(trigger(goalReached('g2', day(19)), goalReached('g1', day(20)))).toEqual(['g1']);
  });
});

describe('the grounds of a move that was made', () => {
  it('are those of that move only', () => {
    const twice = [...steppingUp, arrived(first, day(12)), overrideTo('iop', day(20)), arrived(second, day(21))];
    const again = definitive([['cocaine', 'positive']], { collectedAt: day(40), reportedAt: day(40) });
    const made = [...twice, again, arrived('episode-1.t3', day(41))];
    const { journey } = given(made).when(reviewed('S-2026-05-14T12', 'cocaine', 'expected-prescribed', day(42)));
    expect(journey.completedTransitions.map(({ grounds, reversal }) => [grounds, reversal])).toEqual([
      [['episode-1.use.S-2026-05-14T12'], 'task'],
      [[], undefined],
      [['episode-1.use.S-2026-06-13T12'], undefined],
    ]);
  });

  it('are taken over by the use in whose place it stands, collected by when it was made', () => {
    const earlier = (collectedAt: Instant) =>
      definitive([['cocaine', 'positive']], { collectedAt, reportedAt: day(14) });
    const grounds = (collectedAt: Instant) =>
      given(steppingUp, arrived(first, day(12))).when(earlier(collectedAt)).journey.completedTransitions[0]?.grounds;
    expect(grounds(day(9))).toEqual(['episode-1.use.S-2026-05-13T12']);
    expect(grounds(plusHours(day(5), moment))).toContain('episode-1.use.S-2026-05-14T12');
  });
});
