import { assessed } from '../specs/assessments.ts';
import type { Programme } from '../programme/programme.ts';
import {
  admitted,
  continues,
  day,
  definitive,
  inCareAt,
  opened,
  presumptive,
  reviewed,
  stopsTaking,
  takes,
} from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, Lived, timePasses } from '../specs/given.ts';
import {
  arrived,
  cancelledBy,
  decided,
  first,
  goalReached,
  goalsSet,
  happened,
  held,
  overrideTo,
  released,
  second,
  session,
  wholeWeek,
} from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

// Admission is on Monday, 4 May; day 7 is the next Monday. A day of the site begins at 4:00 UTC.
const dayBegins = (days: number): string => plusHours(day(days), -8);
const inIop = [...inCareAt('iop'), goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(5))];
const stepDown = (change: Partial<Programme['stepDown']>) => ({
  programme: { ...standardFour, stepDown: { ...standardFour.stepDown, ...change } },
});
const cocaine = (onDay: number) => definitive([['cocaine', 'positive']], { collectedAt: day(onDay) });
const startedDown = happened('TransitionStarted', { kind: 'step-down', from: 'iop', to: 'aftercare' });

describe('a person in IOP whose last goal is reached', () => {
  it('is not considered while a goal is open', () => {
    given(inIop)
      .when(timePasses(day(20)))
      .thenLacks('TransitionConsidered');
  });

  it('starts a step down to aftercare at once when nothing speaks against it', () => {
    given(inIop)
      .when(goalReached('g2', day(20)))
      .thenIncludes(
        happened('TransitionConsidered', { about: 'step-down', outcome: 'started' }),
        happened('TransitionStarted', { kind: 'step-down', from: 'iop', to: 'aftercare', grounds: [] }),
      );
  });

  it('has two weeks for the hand-off, and three days to make the appointment', () => {
    given(inIop)
      .when(goalReached('g2', day(20)))
      .thenIncludes(
        happened('TransitionStarted', { handOffDueAt: day(34) }),
        taskOpened('schedule-hand-off', { dueAt: day(23) }),
      );
  });

  it('shows what nobody recorded as not recorded, and passes over it', () => {
    const { events } = given(inIop).when(goalReached('g2', day(20)));
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    const unknown = considered?.data.rules.filter((rule) => rule.held === 'unknown').map(({ rule }) => rule);
    expect(unknown).toEqual([
      'attendance-in-last-full-week',
      'no-assessment-against',
      'therapist-meeting',
      'patient-agrees',
      'safe-place-to-live',
      'receiving-place',
    ]);
  });

  it('waits for medication continuity while a medication for opioid use disorder is taken: not known fails', () => {
    const { events } = given(inIop, takes('buprenorphine', { kind: 'moud' }))
      .when(goalReached('g2', day(20)))
      .thenIncludes(
        happened('TransitionConsidered', { outcome: 'task' }),
        taskOpened('resolve-step-down-guards', { role: 'coordinator' }),
      )
      .thenLacks('TransitionStarted');
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    expect(considered?.data.rules.find(({ rule }) => rule === 'medication-continuity')).toEqual({
      rule: 'medication-continuity',
      held: false,
      saw: 'no next dose arranged, while taking Buprenorphine',
    });
  });

  it('goes on when the next dose is arranged, and completes what was asked for', () => {
    const waiting = [...inIop, takes('methadone', { kind: 'moud' }), goalReached('g2', day(20)), timePasses(day(20))];
    given(waiting)
      .when(continues('methadone', day(22), day(24)))
      .thenIncludes(
        happened('MedicationContinuityArranged', { medicationId: 'methadone', nextDoseAt: day(24) }),
        startedDown,
      );
    given(waiting, continues('methadone', day(22), day(24)))
      .when(continues('methadone', day(23), day(24)))
      .thenNothing();
  });

  it('does not go on by a dose that has been due: the next one has to be arranged', () => {
    given(inIop, takes('methadone', { kind: 'moud' }), continues('methadone', day(10), day(12)))
      .when(goalReached('g2', day(20)))
      .thenLacks('TransitionStarted');
  });

  it('goes on when the last dose is past, as planned or as recorded', () => {
    const planned = takes('methadone', { kind: 'moud', to: day(25) });
    const { events } = given(inIop, planned, goalReached('g2', day(20))).when(timePasses(day(30)));
    const started = events.find((event) => event.type === 'TransitionStarted');
    expect(started?.occurredAt).toBe(day(25));
    given(inIop, takes('methadone', { kind: 'moud' }), goalReached('g2', day(20)))
      .when(stopsTaking('methadone', day(22)))
      .thenIncludes(startedDown);
  });

  it('does not wait for the end of a medication that is none for opioid use disorder', () => {
    given(inIop, takes('gabapentin'))
      .when(goalReached('g2', day(20)))
      .thenIncludes(startedDown);
  });

  it('moves no one over what is not known where the programme says so', () => {
    givenWith(stepDown({ whenUnknown: 'fail' }), inIop)
      .when(goalReached('g2', day(20)))
      .thenIncludes(
        happened('TransitionConsidered', { outcome: 'task' }),
        taskOpened('resolve-step-down-guards', { role: 'coordinator' }),
      )
      .thenLacks('TransitionStarted');
  });

  it('is proposed to the therapist where the programme asks a person', () => {
    givenWith(stepDown({ mode: 'confirm' }), inIop)
      .when(goalReached('g2', day(20)))
      .thenIncludes(
        happened('TransitionProposed', { kind: 'step-down', atDeadline: 'escalate' }),
        taskOpened('decide-proposal', { role: 'therapist' }),
      );
  });

  it('waits for the minimum stay, which matures at the beginning of a day of the site', () => {
    given(inIop, goalReached('g2', day(9)))
      .when(timePasses(plusHours(dayBegins(14), -1)))
      .thenLacks('TransitionStarted');
    const { events } = given(inIop, goalReached('g2', day(9))).when(timePasses(day(15)));
    expect(events.find((event) => event.type === 'TransitionStarted')?.occurredAt).toBe(dayBegins(14));
  });

  it('lists to the coordinator what is missing, and closes the list when the move starts', () => {
    given(inIop)
      .when(goalReached('g2', day(9)))
      .thenIncludes(taskOpened('resolve-step-down-guards', { dueAt: dayBegins(14) }));
    given(inIop, goalReached('g2', day(9)))
      .when(timePasses(day(15)))
      .thenIncludes(happened('TaskCompleted'));
  });

  it('waits until two weeks have passed since a new use that was acted on by a person', () => {
    const turnedDown = [cocaine(16), cancelledBy(first, 'clinician-retains', day(17))];
    const { events } = given(inIop, turnedDown, goalReached('g2', day(20))).when(timePasses(day(40)));
    expect(events.find((event) => event.type === 'TransitionStarted')?.occurredAt).toBe(dayBegins(30));
  });

  it('waits while a result is unsettled, and goes on when it is settled', () => {
    given(inIop, presumptive([['cocaine', 'positive']], { collectedAt: day(19) }))
      .when(goalReached('g2', day(20)))
      .thenLacks('TransitionStarted');
    given(inIop, presumptive([['cocaine', 'positive']], { collectedAt: day(19) }), goalReached('g2', day(20)))
      .when(definitive([['cocaine', 'negative']], { collectedAt: day(19), reportedAt: day(21) }))
      .thenIncludes(startedDown);
  });

  it('waits while a hold is on', () => {
    given(inIop, held('h1', day(19), day(25)))
      .when(goalReached('g2', day(20)))
      .thenLacks('TransitionStarted');
    given(inIop, held('h1', day(19), day(25)), goalReached('g2', day(20)))
      .when(timePasses(day(25)))
      .thenIncludes(startedDown);
  });

  it('needs the hours of the level in the last whole week, once sessions are recorded', () => {
    given(inIop, session(day(15)))
      .when(goalReached('g2', day(22)))
      .thenLacks('TransitionStarted');
    given(inIop, wholeWeek(15))
      .when(goalReached('g2', day(22)))
      .thenIncludes(startedDown);
  });

  it('needs the hours of the own age: six in IOP for adolescents, nine for adults', () => {
    const sixHours = [session(day(15)), session(day(16)), goalReached('g2', day(22))];
    const goals = [goalsSet(day(1), 'g1', 'g2'), goalReached('g1', day(5))];
    given(opened({ ageGroup: 'adolescent' }), admitted('iop'), goals)
      .when(...sixHours)
      .thenIncludes(startedDown);
    given(opened({ ageGroup: 'adult' }), admitted('iop'), goals)
      .when(...sixHours)
      .thenLacks('TransitionStarted');
  });

  it('is tried again on the Monday after a week that was attended', () => {
    const { events } = given(inIop, session(day(8)), goalReached('g2', day(16)), wholeWeek(17)).when(
      timePasses(day(30)),
    );
    const [considered] = events.filter((event) => event.type === 'TransitionConsidered');
    expect(considered?.data.outcome).toBe('started');
    expect(considered?.occurredAt).toBe(dayBegins(21));
  });

  it('does not count uses of an earlier stay, nor the one that led there', () => {
    given(inIop, cocaine(15), arrived(first, day(16)), goalsSet(day(17), 'r1'), timePasses(day(24)))
      .when(goalReached('r1', day(24)))
      .thenIncludes(happened('TransitionStarted', { from: 'residential', to: 'iop', targetAt: day(27) }));
  });

  it('stays after a person kept the level, until a further goal is reached', () => {
    const kept = [goalReached('g2', day(20)), cancelledBy(first, 'clinician-retains', day(21))];
    given(inIop, kept)
      .when(timePasses(day(60)))
      .thenLacks('TransitionStarted');
    given(inIop, kept, goalsSet(day(30), 'g3'))
      .when(goalReached('g3', day(35)))
      .thenIncludes(happened('TransitionStarted', { transitionId: second, kind: 'step-down' }));
  });

  it('needs goals of its own after coming back to the level', () => {
    given(
      inIop,
      goalReached('g2', day(20)),
      overrideTo('residential', day(21)),
      arrived(second, day(22)),
      overrideTo('iop', day(30)),
      arrived('episode-1.t3', day(31)),
    )
      .when(timePasses(day(80)))
      .thenLacks('TransitionStarted');
  });

  it('goes nowhere from the last level', () => {
    given(inCareAt('aftercare'), goalsSet(day(1), 'a1'))
      .when(goalReached('a1', day(20)))
      .thenLacks('TransitionConsidered');
  });
});

describe('a person in residential for whom an assessment indicates less support', () => {
  const residential = inCareAt('residential');
  const indicates = (code: string, onDay: number) => assessed({ 3: code }, day(onDay));

  it('is considered although goals are open, and goes where the assessment says, also past a level', () => {
    given(residential, goalsSet(day(1), 'r1'))
      .when(indicates('2.1', 10))
      .thenIncludes(
        happened('TransitionConsidered', {
          outcome: 'started',
          sentence:
            'The last assessment indicates less support than Residential: less support begins, from Residential to Intensive outpatient (IOP).',
        }),
        happened('TransitionStarted', { kind: 'step-down', from: 'residential', to: 'iop' }),
      );
    given(residential)
      .when(indicates('1.0', 10))
      .thenIncludes(happened('TransitionStarted', { from: 'residential', to: 'aftercare' }));
  });

  it('goes where the assessment says also when the goals are reached', () => {
    given(residential, goalsSet(day(1), 'r1'), indicates('1.0', 6))
      .when(goalReached('r1', day(10)))
      .thenIncludes(happened('TransitionStarted', { from: 'residential', to: 'aftercare' }));
  });

  it('waits like everyone for what less support asks for, and is tried again when that matures', () => {
    given(residential)
      .when(indicates('2.1', 3))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }), taskOpened('resolve-step-down-guards'))
      .thenLacks('TransitionStarted');
    const { events } = given(residential, indicates('2.1', 3)).when(timePasses(day(9)));
    expect(events.find((event) => event.type === 'TransitionStarted')?.occurredAt).toBe(dayBegins(7));
  });

  it('is not considered by an assessment that says the present level, or is two weeks old', () => {
    given(residential).when(indicates('3.5', 10)).thenLacks('TransitionConsidered');
    given(residential, indicates('2.1', 3), held('h1', day(4), day(18)))
      .when(timePasses(day(30)))
      .thenLacks('TransitionStarted');
  });

  it('stays when a person keeps the level, until assessed again', () => {
    const kept = [indicates('2.1', 10), cancelledBy(first, 'clinician-retains', day(11))];
    given(residential, kept)
      .when(timePasses(day(60)))
      .thenLacks('TransitionStarted');
    given(residential, kept)
      .when(indicates('2.1', 12))
      .thenIncludes(happened('TransitionStarted', { transitionId: second }));
  });
});

describe('less support that a rule began', () => {
  const under = [...inIop, goalReached('g2', day(20))];

  it('ends when an assessment made since indicates the present level or more, and is not begun again by itself', () => {
    given(under)
      .when(assessed({ 5: '2.1' }, day(22)), timePasses(day(60)))
      .thenIncludes(happened('TransitionCancelled', { transitionId: first, cause: 'no-longer-indicated' }))
      .thenLacks('TransitionStarted');
  });

  it('ends when the goal that gave the reason was entered in error', () => {
    const lived = new Lived();
    for (const step of under) lived.step(step);
    const reached = lived.events.findLast(({ type }) => type === 'GoalCompleted');
    given(under)
      .when(withdrawn(reached?.id ?? '', day(22)))
      .thenIncludes(happened('TransitionCancelled', { transitionId: first, cause: 'grounds-withdrawn' }));
  });

  it('goes on when a person decided it, whatever is assessed since', () => {
    given(inIop, overrideTo('aftercare', day(10)))
      .when(assessed({ 5: '2.1' }, day(12)))
      .thenLacks('TransitionCancelled');
  });
});

describe('a step down that is under way', () => {
  const underWay = [...inIop, goalReached('g2', day(20))];
  const screen = presumptive([['cocaine', 'positive']], { collectedAt: day(22) });

  it('waits while a positive screen is unconfirmed', () => {
    given(underWay)
      .when(screen)
      .thenIncludes(happened('TransitionSuspended', { transitionId: first, cause: 'unsettled-result' }));
  });

  it('waits while the specimen needs review', () => {
    given(underWay)
      .when(definitive([['cocaine', 'negative']], { collectedAt: day(22), validity: { finding: 'substituted' } }))
      .thenIncludes(happened('TransitionSuspended', { cause: 'integrity-concern' }));
  });

  it('goes on with the time it had left when the screen was no use', () => {
    const { journey } = given(underWay, screen)
      .when(definitive([['cocaine', 'negative']], { collectedAt: day(22), reportedAt: day(24) }))
      .thenIncludes(happened('TransitionResumed', { transitionId: first }));
    expect(journey.status === 'active' && journey.transition).toMatchObject({
      state: 'started',
      handOffDueAt: day(36),
    });
  });

  it('gives way to a step up when the screen is confirmed', () => {
    given(underWay, screen)
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(22), reportedAt: day(24) }))
      .thenIncludes(
        happened('TransitionCancelled', { cause: 'step-up' }),
        happened('TransitionStarted', { kind: 'step-up' }),
      )
      .thenLacks('TransitionResumed');
  });

  it('waits during a hold, and goes on when it is released', () => {
    given(underWay)
      .when(held('h1', day(21), day(25)))
      .thenIncludes(happened('TransitionSuspended', { cause: 'hold' }));
    given(underWay, held('h1', day(21), day(25)))
      .when(released('h1', day(22)))
      .thenIncludes(happened('TransitionResumed'));
  });

  it('waits for the look-back when a new use is found from which rules may not step up', () => {
    const residential = [...inCareAt('residential'), goalsSet(day(1), 'r1'), goalReached('r1', day(10))];
    given(residential)
      .when(cocaine(12))
      .thenIncludes(
        taskOpened('withdrawal-check'),
        happened('TransitionSuspended', { transitionId: first, cause: 'new-use' }),
      );
    const { events } = given(residential, cocaine(12)).when(timePasses(day(30)));
    expect(events.find((event) => event.type === 'TransitionResumed')?.occurredAt).toBe(dayBegins(26));
  });

  it('does not wait for a use in detox, which has no look-back', () => {
    given(inCareAt('detox'), goalsSet(day(1), 'd1'), goalReached('d1', day(10)))
      .when(cocaine(10))
      .thenIncludes(taskOpened('reassessment'))
      .thenLacks('TransitionSuspended');
  });

  it('does not wait when a person decided it', () => {
    given(inIop, overrideTo('aftercare', day(10)))
      .when(screen)
      .thenLacks('TransitionSuspended');
  });

  it('is made when the person is seen at the next level although it waits: they are there', () => {
    given(underWay, screen)
      .when(arrived(first, day(23)))
      .thenIncludes(happened('TransitionCompleted', { to: 'aftercare' }));
  });

  it('is approved by a person where the programme asks one, and declined all the same', () => {
    const proposed = [...inIop, goalReached('g2', day(20))];
    givenWith(stepDown({ mode: 'confirm' }), proposed)
      .when(decided(first, 'approve', day(21)))
      .thenIncludes(happened('TransitionApproved'), happened('TransitionStarted', { transitionId: first }));
    givenWith(stepDown({ mode: 'confirm' }), proposed)
      .when(decided(first, 'decline', day(21)), timePasses(day(60)))
      .thenIncludes(happened('TransitionDeclined'))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('starts again when a review settles what was unclear before it began', () => {
    given(
      inIop,
      definitive([['cocaine', 'negative']], { collectedAt: day(19), validity: { finding: 'adulterated' } }),
      goalReached('g2', day(20)),
    )
      .when(reviewed('S-2026-05-23T12', 'cocaine', 'negative', day(21)))
      .thenIncludes(startedDown);
  });
});
