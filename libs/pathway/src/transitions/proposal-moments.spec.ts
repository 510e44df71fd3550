import { advance, outstanding } from '../advance.ts';
import type { Programme } from '../programme/programme.ts';
import { day, definitive, inCareAt } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { cancelledBy, decided, first, goalReached, goalsSet, happened, held } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { newYork, standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

const moment = 0.001;
const inIop = inCareAt('iop');
const quiet = withoutTestPlan(standardFour);
const found = (drugClass: DrugClass) => definitive([[drugClass, 'positive']], { collectedAt: day(35) });
const proposing = (atDeadline: Programme['stepUp']['atDeadline']) => ({
  programme: { ...quiet, stepUp: { ...quiet.stepUp, mode: 'propose' as const, atDeadline } },
});
const confirming = { programme: { ...quiet, stepDown: { ...quiet.stepDown, mode: 'confirm' as const } } };
const down = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20))];

/** What a run at this moment makes of a deadline of day 36. */
function runAt(atDeadline: Programme['stepUp']['atDeadline'], drugClass: DrugClass, now: Instant): unknown {
  const rules = proposing(atDeadline);
  const { journey } = givenWith(rules, inIop, found(drugClass)).when(timePasses(plusHours(day(36), -moment)));
  const events = advance(journey, { ...rules, calendar: newYork, now, eventId: () => 'late' });
  const [event] = events.filter(({ type }) => type.startsWith('Transition'));
  return event && [event.type, event.occurredAt, event.data];
}

describe('the deadline of a proposal', () => {
  const escalated = (nextAt?: Instant) => [
    'TransitionEscalated',
    day(36),
    { transitionId: first, cause: 'proposal-deadline', ...(nextAt !== undefined && { nextAt }) },
  ];

  it('is passed at its moment, not before', () => {
    const at = (until: Instant) => givenWith(proposing('lapse'), inIop, found('cocaine')).when(timePasses(until));
    expect(wholeData('TransitionLapsed', at(plusHours(day(36), -moment)))).toEqual([]);
    expect(wholeData('TransitionLapsed', at(day(36)))).toEqual([{ transitionId: first }]);
  });

  it('does what the programme says, also when the timer fires up to five minutes later', () => {
    const [onTime, late] = [plusHours(day(36), 5 / 60), plusHours(day(36), 5.01 / 60)];
    expect(runAt('lapse', 'cocaine', onTime)).toEqual(['TransitionLapsed', day(36), { transitionId: first }]);
    expect(runAt('lapse', 'cocaine', late)).toEqual(escalated(plusHours(late, 4)));
    expect(runAt('apply', 'cocaine', onTime)).toMatchObject(['TransitionStarted', day(36), { to: 'residential' }]);
    expect(runAt('apply', 'cocaine', late)).toEqual(escalated(plusHours(late, 4)));
    for (const now of [onTime, late]) {
      expect(runAt('escalate', 'cocaine', now)).toEqual(escalated());
      expect(runAt('lapse', 'opioids', now)).toEqual(escalated());
    }
  });

  it('lets a proposal lapse that is about opioids neither by its own use nor by one that joined', () => {
    const joined = definitive([['fentanyl', 'positive']], { collectedAt: plusHours(day(35), 2) });
    const { events } = givenWith(proposing('lapse'), inIop, found('cocaine'), joined).when(timePasses(day(36)));
    expect(wholeData('TransitionEscalated', { events })).toEqual([{ transitionId: first, cause: 'proposal-deadline' }]);
    expect(wholeData('TransitionLapsed', { events })).toEqual([]);
  });

  it('moves no one who is in hospital or jail, or on hold; who is back is moved', () => {
    const at = (...steps: readonly Step[]) =>
      givenWith(proposing('apply'), inIop, found('cocaine'), steps)
        .when(timePasses(day(36)))
        .events.flatMap(({ type }) => (/^Transition(Started|Escalated)$/.test(type) ? [type] : []));
    const hour = plusHours(day(35), 1);
    expect(at(leaves(hour, 'jail'))).toEqual(['TransitionEscalated']);
    expect(at(held('h1', hour, day(37)))).toEqual(['TransitionEscalated']);
    expect(at(leaves(hour, 'hospital'), isBack(plusHours(hour, 5)))).toEqual(['TransitionStarted']);
    expect(at(held('h1', hour, plusHours(hour, 5)))).toEqual(['TransitionStarted']);
  });

  it('is what is waited for, until it has passed', () => {
    const waits = (...steps: readonly Step[]) => {
      const lived = new Lived(proposing('escalate'));
      for (const step of [...inIop, found('cocaine'), ...steps]) lived.step(step);
      return outstanding(lived.journey, lived.context()).filter(({ subject }) => subject === first);
    };
    expect(waits()).toEqual([{ at: day(36), cause: 'proposal', subject: first }]);
    expect(waits(timePasses(day(36)))).toEqual([]);
    expect(waits(decided(first, 'decline', plusHours(day(35), 1)))).toEqual([]);
  });

  it('has the therapist decide by then', () => {
    const { events } = givenWith(proposing('escalate'), inIop).when(found('cocaine'));
    expect(wholeData('TaskOpened', { events })).toContainEqual({
      taskId: 'episode-1.task.decide-proposal.t1',
      kind: 'decide-proposal',
      role: 'therapist',
      subject: first,
      dueAt: day(36),
    });
  });
});

describe('the task to decide a proposal', () => {
  const task = { taskId: 'episode-1.task.decide-proposal.t1' };
  const asked = givenWith(proposing('lapse'), inIop, found('cocaine'), timePasses(plusHours(day(35), 1)));

  it('is answered by the approval, and moot when the proposal ends otherwise', () => {
    const at = plusHours(day(35), 2);
    asked.when(decided(first, 'approve', at)).thenIncludes(happened('TaskCompleted', task));
    asked.when(decided(first, 'decline', at)).thenIncludes(happened('TaskCancelled', task));
    asked.when(cancelledBy(first, 'no-longer-indicated', at)).thenIncludes(happened('TaskCancelled', task));
    asked.when(timePasses(day(36))).thenIncludes(happened('TaskCancelled', task));
  });
});

describe('a proposal of less support that waits', () => {
  const open = (...steps: readonly Step[]) => {
    const { journey } = givenWith(confirming, down).when(...steps);
    return journey.status === 'active' ? journey.transition : undefined;
  };

  it('goes on with the time that it had left', () => {
    const hold = held('h1', plusHours(day(20), 6), day(22));
    expect(open(hold, timePasses(day(22)))).toMatchObject({ state: 'proposed', deadlineAt: plusHours(day(22), 18) });
  });

  it('has no further deadline where that had passed before', () => {
    const resumed = open(timePasses(day(22)), held('h1', day(22), day(25)), timePasses(day(40)));
    expect(resumed).toMatchObject({ state: 'proposed', deadlineAt: day(21), escalatedAt: day(21) });
  });
});
