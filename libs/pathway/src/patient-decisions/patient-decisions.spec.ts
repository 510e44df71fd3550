import { day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import {
  answered,
  arrived,
  cancelledBy,
  discharged,
  done,
  first,
  goalReached,
  goalsSet,
  happened,
  overrideTo,
  second,
} from '../specs/moves.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const cocaine = (onDay: number) => definitive([['cocaine', 'positive']], { collectedAt: day(onDay) });
const steppingUp = [...inIop, cocaine(10)];
const ofFirst = { transitionId: first };

describe('a person who is asked about more support', () => {
  it('is asked within a day, with every step up and with a level that somebody else chose', () => {
    const asked = taskOpened('ask-patient-decision', { subject: first, role: 'therapist', dueAt: day(11) });
    given(inIop).when(cocaine(10)).thenIncludes(asked);
    given(inIop)
      .when(overrideTo('residential', day(10)))
      .thenIncludes(asked);
  });

  it('is not asked about the level that they wished for', () => {
    given(inIop)
      .when(overrideTo('residential', day(10), { reasonCode: 'patient-request' }))
      .thenLacks(taskOpened('ask-patient-decision'));
  });

  it('agrees: the question is answered and the move goes on', () => {
    given(steppingUp)
      .when(answered('agrees', day(11), ofFirst))
      .thenIncludes(
        happened('PatientDecisionRecorded', { decision: 'agrees', transitionId: first, kind: 'step-up' }),
        happened('TaskCompleted', { taskId: 'episode-1.task.ask-patient-decision.t1' }),
      )
      .thenLacks('TransitionCancelled');
  });

  it('keeps their own words, sealed', () => {
    const words = { sealed: 'kid.nonce.not-now' };
    given(steppingUp)
      .when(answered('agrees', day(11), { ...ofFirst, words }))
      .thenIncludes(happened('PatientDecisionRecorded', { words }));
  });

  it('error 32: declines, and stays at the level they accepted, with a safety plan within a day and no discharge', () => {
    const { journey } = given(steppingUp)
      .when(answered('declines', day(11), ofFirst), timePasses(day(30)))
      .thenIncludes(
        happened('TransitionCancelled', { transitionId: first, cause: 'patient-declined' }),
        taskOpened('safety-plan', { dueAt: day(12) }),
      )
      .thenLacks('EpisodeDischarged', 'TransitionStarted', 'TransitionProposed');
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'iop' } });
  });

  it('error 32: is considered afresh at the next new use after they declined', () => {
    given(steppingUp, answered('declines', day(11), ofFirst))
      .when(cocaine(25))
      .thenIncludes(happened('TransitionStarted', { transitionId: second, kind: 'step-up' }));
  });

  it('error 32: asks for another level: the move stays open, and somebody considers it within a day', () => {
    const { journey } = given(steppingUp)
      .when(answered('asks-for-another-level', day(11), { ...ofFirst, level: 'aftercare' }))
      .thenIncludes(taskOpened('consider-level-asked-for', { role: 'therapist', dueAt: day(12) }))
      .thenLacks('TransitionCancelled');
    expect(journey.status === 'active' && journey.transition?.state).toBe('started');
  });

  it('has the wish answered by a move there', () => {
    const asked = answered('asks-for-another-level', day(11), { ...ofFirst, level: 'detox' });
    given(steppingUp, asked)
      .when(overrideTo('detox', day(11), { reasonCode: 'patient-request' }))
      .thenIncludes(happened('TaskCompleted', { taskId: expect.stringContaining('consider-level-asked-for') }));
  });

  it('has the wish answered by somebody’s word, and no longer asked for when they think otherwise', () => {
    const asked = [answered('asks-for-another-level', day(11), ofFirst), timePasses(day(11))];
    const { journey } = given(steppingUp).when(...asked);
    const task = journey.tasks.find(({ kind }) => kind === 'consider-level-asked-for');
    given(steppingUp, asked)
      .when(done(task?.taskId ?? '', day(12)))
      .thenIncludes(happened('TaskCompleted'));
    given(steppingUp, asked)
      .when(answered('agrees', day(12), ofFirst))
      .thenIncludes(happened('TaskCancelled'));
  });

  it('has a question that only their word answers: nobody says that it is done', () => {
    given(steppingUp)
      .when(done('episode-1.task.ask-patient-decision.t1', day(11)))
      .thenRejects('TaskAnsweredOtherwise');
  });

  it('may have said no before it is known here: a move that was made since stands', () => {
    given(steppingUp, arrived(first, day(12)))
      .when(answered('declines', day(11), { ...ofFirst, occurredAt: day(13) }))
      .thenIncludes(happened('PatientDecisionRecorded', { decision: 'declines', kind: 'step-up' }))
      .thenLacks('TransitionCancelled');
  });
});

describe('a person who is asked about less support', () => {
  const goals = [goalsSet(day(1), 'g1')];

  it('is asked when it begins by itself and they said nothing before', () => {
    given(inIop, goals)
      .when(goalReached('g1', day(20)))
      .thenIncludes(taskOpened('ask-patient-decision', { subject: first }));
  });

  it('is not asked again when they agreed before it began', () => {
    given(inIop, goals, answered('agrees', day(19)))
      .when(goalReached('g1', day(20)))
      .thenIncludes(happened('TransitionStarted', { kind: 'step-down' }))
      .thenLacks(taskOpened('ask-patient-decision'));
  });

  it('declines: the present level goes on, without a safety plan, until they say otherwise', () => {
    const started = [...inIop, ...goals, goalReached('g1', day(20))];
    given(started)
      .when(answered('declines', day(21), ofFirst), timePasses(day(60)))
      .thenIncludes(happened('TransitionCancelled', { cause: 'patient-declined' }))
      .thenLacks('TransitionStarted')
      .thenLacks(taskOpened('safety-plan'));
    given(started, answered('declines', day(21), ofFirst), timePasses(day(30)))
      .when(answered('agrees', day(31)))
      .thenIncludes(happened('TransitionStarted', { transitionId: second, kind: 'step-down' }));
  });

  it('is held by what they said also when a coordinator cancelled the move for them', () => {
    const declined = cancelledBy(first, 'patient-declined', day(21));
    given(inIop, goals, goalReached('g1', day(20)))
      .when(declined, timePasses(day(60)))
      .thenIncludes(happened('TransitionConsidered', { about: 'step-down', outcome: 'task' }))
      .thenLacks('TransitionStarted');
  });
});

describe('what a person said', () => {
  it('is no news when told again, and is not told otherwise: what was entered in error is withdrawn', () => {
    given(steppingUp, answered('agrees', day(11), ofFirst))
      .when(answered('agrees', day(11), ofFirst))
      .thenNothing();
    given(steppingUp, answered('agrees', day(11), ofFirst))
      .when(answered('declines', day(11), ofFirst))
      .thenRejects('PatientDecisionConflict');
  });

  it('is kept whenever it becomes known: before admission and after discharge', () => {
    given(opened())
      .when(answered('agrees', day(-1)))
      .thenIncludes(happened('PatientDecisionRecorded'));
    given(steppingUp, discharged('dropped-out', day(11)))
      .when(answered('declines', day(10), { ...ofFirst, occurredAt: day(12) }))
      .thenIncludes(happened('PatientDecisionRecorded'))
      .thenLacks('TransitionCancelled', 'TaskOpened');
  });

  it('is about a move that there was, a level that there is, and lies in the past', () => {
    given(steppingUp)
      .when(answered('agrees', day(11), { transitionId: second }))
      .thenRejects('UnknownTransition');
    given(steppingUp)
      .when(answered('asks-for-another-level', day(11), { level: 'moon' }))
      .thenRejects('UnknownLevel');
    given(steppingUp)
      .when(answered('agrees', plusHours(day(11), 1), { occurredAt: day(11) }))
      .thenRejects('InTheFuture');
    given()
      .when(answered('agrees', day(11)))
      .thenRejects('EpisodeNotOpened');
  });
});
