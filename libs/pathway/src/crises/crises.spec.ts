import { day, definitive, inCareAt, opened, takes } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, done, first, goalReached, goalsSet, happened, overrideTo, wholeWeek } from '../specs/moves.ts';
import { raised, resolved, treatedElsewhere } from '../specs/safety.ts';
import { plusHours, plusMinutes } from '../time.ts';

const inIop = inCareAt('iop');
const task = (kind: string, subject = 'c1'): string => `episode-1.task.${kind}.${subject}`;
const inCrisis = [...inIop, raised('suicidality', day(2))];
const goingDown = [...inIop, goalsSet(day(1), 'g1'), ...wholeWeek(14), goalReached('g1', day(21))];

describe('a crisis', () => {
  it('error 25: does not wait in the queue: it is acknowledged within 15 minutes, and reassessed within 24 hours', () => {
    given(inIop)
      .when(raised('psychosis', day(2)))
      .thenIncludes(
        happened('CrisisRaised', { crisisId: 'c1', kind: 'psychosis' }),
        taskOpened('crisis', { dueAt: plusMinutes(day(2), 15), subject: 'c1' }),
        taskOpened('reassessment', { dueAt: plusHours(day(2), 24), subject: 'c1' }),
      );
  });

  it('error 25: ends a step down that is under way, whoever began it', () => {
    given(goingDown)
      .when(raised('overdose', day(22)))
      .thenIncludes(happened('TransitionCancelled', { transitionId: first, cause: 'crisis' }));
    given(inIop, overrideTo('aftercare', day(5)))
      .when(raised('suicidality', day(6)))
      .thenIncludes(happened('TransitionCancelled', { cause: 'crisis' }));
  });

  it('leaves a move to more support, and what a person decides during it', () => {
    given(inIop, overrideTo('residential', day(5)))
      .when(raised('suicidality', day(6)))
      .thenLacks('TransitionCancelled');
    given(inCrisis)
      .when(overrideTo('aftercare', day(3)), timePasses(day(4)))
      .thenLacks('TransitionCancelled');
  });

  it('lets no rule lead to less support, and no longer than it lasts', () => {
    const ready = [...inIop, goalsSet(day(1), 'g1'), ...wholeWeek(14), raised('other', day(20))];
    given(ready)
      .when(goalReached('g1', day(21)), timePasses(day(23)))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }))
      .thenLacks('TransitionStarted');
    given(ready, goalReached('g1', day(21)))
      .when(resolved(day(22)))
      .thenIncludes(happened('TransitionStarted', { to: 'aftercare' }));
  });

  it('makes more support a proposal, to be decided within 4 hours', () => {
    given(inIop, raised('suicidality', day(9)))
      .when(definitive([['cocaine', 'positive']]))
      .thenIncludes(happened('TransitionProposed', { to: 'residential', deadlineAt: plusHours(day(10), 4) }))
      .thenLacks('TransitionStarted');
    given(inIop, raised('suicidality', day(8)), resolved(day(9)))
      .when(definitive([['cocaine', 'positive']]))
      .thenIncludes(happened('TransitionStarted', { to: 'residential' }));
  });

  it('asks for what its kind needs', () => {
    const sameDay = plusHours(day(2), 12);
    given(inIop)
      .when(raised('overdose', day(2)))
      .thenIncludes(taskOpened('overdose-check', { subject: 'c1', dueAt: sameDay }));
    given(inIop)
      .when(raised('severe-withdrawal', day(2)))
      .thenIncludes(taskOpened('withdrawal-check', { subject: 'c1', dueAt: sameDay }));
    given(inIop)
      .when(raised('suicidality', day(2)))
      .thenIncludes(taskOpened('safety-plan', { subject: 'c1', dueAt: plusHours(day(2), 24) }));
  });

  it('is raised for anyone: before admission and after discharge, but not after death', () => {
    given(opened())
      .when(raised('overdose', day(-2)))
      .thenIncludes(taskOpened('crisis'), taskOpened('reassessment'));
    given(inIop, discharged('other', day(1)))
      .when(raised('overdose', day(2)))
      .thenIncludes(taskOpened('crisis'), taskOpened('overdose-check'))
      .thenLacks(taskOpened('reassessment'));
    given(inIop, discharged('death', day(1)))
      .when(raised('overdose', day(2)))
      .thenRejects('EpisodeDischarged');
    given()
      .when(raised('overdose', day(2)))
      .thenRejects('EpisodeNotOpened');
  });

  it('is known when told again', () => {
    given(inCrisis)
      .when(raised('suicidality', day(2), { actions: ['called-988'] }))
      .thenNothing();
    given(inCrisis)
      .when(raised('psychosis', day(2)))
      .thenRejects('CrisisConflict');
  });

  it('ends when a clinician says so, and its task with it', () => {
    given(inCrisis)
      .when(resolved(day(3)))
      .thenIncludes(happened('CrisisResolved'), happened('TaskCompleted', { taskId: task('crisis') }));
    given(inCrisis, resolved(day(3)))
      .when(resolved(day(4)))
      .thenNothing();
    given(inCrisis)
      .when(resolved(day(1)))
      .thenRejects('EndsBeforeItBegins');
    given(inIop)
      .when(resolved(day(3)))
      .thenRejects('UnknownCrisis');
    given(inCrisis)
      .when(done(task('crisis'), day(3)))
      .thenRejects('TaskAnsweredOtherwise');
  });
});

describe('an overdose that was reversed', () => {
  const reversal = (from: string, at = from) => treatedElsewhere(from, { kind: 'overdose-reversal', at });

  it('is a crisis, unless somebody raised it already', () => {
    const { journey } = given(inIop)
      .when(reversal(day(2), day(3)))
      .thenIncludes(
        happened('CrisisRaised', { crisisId: 'overdose.e1', kind: 'overdose', encounterId: 'e1' }),
        taskOpened('crisis', { dueAt: plusMinutes(day(3), 15) }),
        taskOpened('overdose-check', { subject: 'overdose.e1' }),
      );
    expect(journey.crises).toMatchObject([{ raisedAt: day(2), recordedAt: day(3) }]);
    given(inIop, raised('overdose', day(2)))
      .when(reversal(day(2), day(3)))
      .thenLacks('CrisisRaised');
    given(inIop, reversal(day(2), day(3)))
      .when(resolved(day(4), 'overdose.e1'), timePasses(day(5)))
      .thenLacks('CrisisRaised');
  });

  it('told of much later asks for the overdose check, which stands until it is done', () => {
    given(inIop)
      .when(reversal(day(2), day(9)))
      .thenIncludes(taskOpened('overdose-check', { subject: 'e1', dueAt: plusHours(day(9), 12) }))
      .thenLacks('CrisisRaised');
    given(inIop, reversal(day(2), day(9)))
      .when(done(task('overdose-check', 'e1'), day(9)), timePasses(day(20)))
      .thenLacks('TaskOpened');
  });

  it('asks for it after discharge too', () => {
    given(inIop, takes('methadone', { kind: 'moud' }), discharged('other', day(1)))
      .when(reversal(day(2), day(3)))
      .thenIncludes(taskOpened('crisis'), taskOpened('overdose-check'));
  });
});
