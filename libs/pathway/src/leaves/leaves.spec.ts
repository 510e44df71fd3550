import { day, definitive, inCareAt, opened, takes } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { arrived, discharged, done, first, goalReached, goalsSet, happened, overrideTo } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { plusHours } from '../time.ts';

const residential = inCareAt('residential');
const inIop = inCareAt('iop');
const back = { expectedReturnAt: day(3) };
const onPass = [...residential, leaves(day(2), 'pass', back)];
const inHospital = [...residential, leaves(day(2), 'hospital')];
const task = (kind: string): string => `episode-1.task.${kind}.l1`;

describe('a leave', () => {
  it('begins while the stay goes on', () => {
    const { journey } = given(residential)
      .when(leaves(day(2), 'pass', back))
      .thenIncludes(happened('LeaveStarted', { kind: 'pass', at: day(2), expectedReturnAt: day(3) }));
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'residential' } });
  });

  it('is known when told again, and is prolonged by another expected return', () => {
    given(onPass)
      .when(leaves(day(2), 'pass', back))
      .thenNothing();
    const { journey } = given(onPass)
      .when(leaves(day(2), 'pass', { expectedReturnAt: plusHours(day(3), 12), toldAt: day(3) }))
      .thenIncludes(happened('LeaveStarted', { expectedReturnAt: plusHours(day(3), 12) }));
    expect(journey.leaves).toMatchObject([{ leaveId: 'l1', expectedReturnAt: plusHours(day(3), 12) }]);
  });

  it('of a day or so has an end that is agreed, no longer than the programme allows, where there are such leaves', () => {
    given(residential)
      .when(leaves(day(2), 'pass'))
      .thenRejects('ExpectedReturnRequired');
    given(residential)
      .when(leaves(day(2), 'pass', { expectedReturnAt: day(5) }))
      .thenRejects('PassTooLong');
    given(inIop)
      .when(leaves(day(2), 'pass', back))
      .thenRejects('PassNotOffered');
    given(residential)
      .when(leaves(day(2), 'other', { expectedReturnAt: day(2) }))
      .thenRejects('EndsBeforeItBegins');
  });

  it('is one at a time, in the past, and of a person in care', () => {
    given(onPass)
      .when(leaves(plusHours(day(2), 5), 'hospital', { leaveId: 'l2' }))
      .thenRejects('LeaveOverlaps');
    given(onPass)
      .when(leaves(day(2), 'hospital', back))
      .thenRejects('LeaveConflict');
    given(residential)
      .when(leaves(day(3), 'hospital', { toldAt: day(2) }))
      .thenRejects('InTheFuture');
    given(opened())
      .when(leaves(day(-1), 'hospital'))
      .thenRejects('NotAdmitted');
    given(residential)
      .when(leaves(day(-1), 'hospital', { toldAt: day(2) }))
      .thenRejects('NotAdmitted');
    given(residential, discharged('other', day(4)))
      .when(leaves(day(5), 'jail'))
      .thenRejects('EpisodeDischarged');
    given()
      .when(leaves(day(5), 'jail'))
      .thenRejects('EpisodeNotOpened');
  });

  it('ends when the person is back', () => {
    given(onPass)
      .when(isBack(plusHours(day(2), 20)))
      .thenIncludes(happened('LeaveEnded', { cause: 'returned' }));
    given(onPass, isBack(plusHours(day(2), 20)))
      .when(isBack(plusHours(day(2), 20), day(4)))
      .thenNothing();
    given(onPass, isBack(plusHours(day(2), 20)))
      .when(isBack(plusHours(day(2), 21), day(4)))
      .thenRejects('LeaveConflict');
    given(onPass)
      .when(isBack(day(1), day(4)))
      .thenRejects('EndsBeforeItBegins');
    given(onPass)
      .when(isBack(day(5), day(4)))
      .thenRejects('InTheFuture');
    given(residential)
      .when(isBack(day(5)))
      .thenRejects('UnknownLeave');
    given(onPass, isBack(plusHours(day(2), 20)), leaves(day(4), 'hospital', { leaveId: 'l2' }))
      .when(leaves(day(2), 'pass', { expectedReturnAt: plusHours(day(2), 9), toldAt: day(5) }))
      .thenRejects('LeaveConflict');
  });

  it('told late ends at the latest when the next one began', () => {
    given(residential, leaves(day(5), 'hospital', { leaveId: 'l2' }), leaves(day(2), 'hospital', { toldAt: day(6) }))
      .when(isBack(day(6), day(7)))
      .thenRejects('LeaveOverlaps');
  });

  it('ends with the move, when the person is seen at the next level', () => {
    given(inHospital, overrideTo('iop', day(4)))
      .when(arrived(first, day(6)))
      .thenIncludes(
        happened('LeaveEnded', { leaveId: 'l1', at: day(6), cause: 'seen' }),
        taskOpened('tolerance-check', { subject: 'l1' }),
      );
  });

  it('ends with the episode, and asks nothing more', () => {
    const { journey } = given(onPass, discharged('dropped-out', plusHours(day(2), 20))).when(timePasses(day(10)));
    expect(journey.leaves).toMatchObject([{ ended: { at: plusHours(day(2), 20), cause: 'discharged' } }]);
    expect(journey.tasks.filter(({ state }) => state === 'open')).toEqual([]);
    given(onPass, discharged('dropped-out', plusHours(day(2), 20)))
      .when(isBack(plusHours(day(2), 10), day(4)))
      .thenIncludes(happened('LeaveEnded', { at: plusHours(day(2), 10) }));
  });

  it('is told after the episode ended, as a fact of its time', () => {
    const { journey } = given(residential, discharged('other', day(9)))
      .when(leaves(day(3), 'hospital', { toldAt: day(10) }))
      .thenIncludes(happened('LeaveStarted'));
    expect(journey.leaves).toMatchObject([{ ended: { at: day(9), cause: 'discharged' } }]);
  });
});

describe('an expected return (due: leave-ending, leave-overdue)', () => {
  it('that is not recorded is asked for, and two hours later a call is made for the person’s safety', () => {
    const { events } = given(onPass).when(timePasses(plusHours(day(3), 3)));
    expect(events).toMatchObject([
      { type: 'TaskOpened', occurredAt: day(3), data: { kind: 'confirm-return', role: 'coordinator' } },
      { type: 'TaskOpened', occurredAt: plusHours(day(3), 2), data: { kind: 'safety-call', role: 'nurse' } },
      { type: 'TaskEscalated', occurredAt: plusHours(day(3), 2), data: { taskId: task('confirm-return') } },
    ]);
  });

  it('goes to somebody above when nobody calls', () => {
    given(onPass)
      .when(timePasses(plusHours(day(3), 5)))
      .thenIncludes(happened('TaskEscalated', { taskId: task('safety-call'), role: 'medical-director' }));
  });

  it('that comes ends both', () => {
    given(onPass, timePasses(plusHours(day(3), 3)))
      .when(isBack(plusHours(day(3), 3)))
      .thenIncludes(
        happened('TaskCompleted', { taskId: task('confirm-return') }),
        happened('TaskCompleted', { taskId: task('safety-call') }),
      );
  });

  it('that is put off is waited for anew', () => {
    const later = { expectedReturnAt: plusHours(day(3), 20), toldAt: plusHours(day(3), 3) };
    given(onPass, timePasses(plusHours(day(3), 3)))
      .when(leaves(day(2), 'pass', later))
      .thenIncludes(happened('TaskCancelled', { taskId: task('safety-call') }));
    const { journey } = given(
      onPass,
      timePasses(plusHours(day(3), 3)),
      done(task('safety-call'), plusHours(day(3), 3)),
    ).when(leaves(day(2), 'pass', later), timePasses(plusHours(day(3), 23)));
    expect(journey.tasks).toContainEqual(expect.objectContaining({ kind: 'safety-call', state: 'open' }));
  });

  it('has nobody called while it is not known', () => {
    given(inHospital)
      .when(timePasses(plusHours(day(4), 20)))
      .thenLacks('TaskOpened');
  });
});

describe('a bed (due: bed-kept)', () => {
  it('is kept for 72 hours, then a person decides', () => {
    const { events } = given(inHospital).when(timePasses(plusHours(day(5), 1)));
    expect(events).toMatchObject([
      { type: 'TaskOpened', occurredAt: day(5), data: { kind: 'bed-decision', role: 'coordinator' } },
    ]);
  });

  it('is nothing to decide about where nobody lives in, nor once the person is back', () => {
    given(inIop, leaves(day(2), 'hospital'))
      .when(timePasses(day(9)))
      .thenLacks(taskOpened('bed-decision'));
    given(inHospital, timePasses(day(6)))
      .when(isBack(plusHours(day(6), 1)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('bed-decision') }));
    given(inHospital, isBack(day(4)))
      .when(timePasses(day(9)))
      .thenLacks(taskOpened('bed-decision'));
  });
});

describe('a return', () => {
  const atNoon = plusHours(day(2), 20);

  it('from a short leave asks for a test within 24 hours, which a specimen answers', () => {
    given(onPass)
      .when(isBack(atNoon))
      .thenIncludes(taskOpened('return-test', { role: 'nurse', dueAt: plusHours(atNoon, 24) }));
    given(onPass, isBack(atNoon))
      .when(definitive([['cocaine', 'negative']], { collectedAt: day(3) }))
      .thenIncludes(happened('TaskCompleted', { taskId: task('return-test') }));
    given(onPass, isBack(atNoon))
      .when(done(task('return-test'), day(3)))
      .thenRejects('TaskAnsweredOtherwise');
    given(onPass, isBack(atNoon), definitive([['cocaine', 'negative']], { collectedAt: day(3) }))
      .when(timePasses(day(9)))
      .thenLacks('TaskOpened');
  });

  it('told with the specimen that was taken then asks for no other', () => {
    given(onPass, definitive([['cocaine', 'negative']], { collectedAt: plusHours(atNoon, 1) }))
      .when(isBack(atNoon, day(4)))
      .thenLacks(taskOpened('return-test'));
  });

  it('from hospital or jail asks the same day for the medication list and for lost tolerance', () => {
    for (const kind of ['hospital', 'jail'] as const)
      given(residential, leaves(day(2), kind))
        .when(isBack(day(4)))
        .thenIncludes(
          taskOpened('medication-list', { dueAt: plusHours(day(4), 12) }),
          taskOpened('tolerance-check', { dueAt: plusHours(day(4), 12) }),
        )
        .thenLacks(taskOpened('moud-same-day'));
  });

  it('from there has the medication for opioid use disorder given or offered the same day', () => {
    const moud = { role: 'prescriber', dueAt: plusHours(day(4), 12) } as const;
    given(residential, takes('methadone', { kind: 'moud' }), leaves(day(2), 'hospital'))
      .when(isBack(day(4)))
      .thenIncludes(taskOpened('moud-same-day', moud));
    given(residential, definitive([['fentanyl', 'positive']], { collectedAt: day(1) }), leaves(day(2), 'jail'))
      .when(isBack(day(4)))
      .thenIncludes(taskOpened('moud-same-day', moud));
  });

  it('leaves the check of tolerance open until it is answered, whatever becomes of the episode', () => {
    const { journey } = given(inHospital, isBack(day(4)), discharged('other', day(5))).when(timePasses(day(6)));
    expect(journey.tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)).toEqual(['tolerance-check']);
  });

  it('from elsewhere asks nothing', () => {
    given(residential, leaves(day(2), 'other', back))
      .when(isBack(plusHours(day(2), 20)))
      .thenLacks('TaskOpened');
  });
});

describe('a person in hospital or jail', () => {
  const cocaine = { collectedAt: day(10), specimenId: 's1' };

  it('is stepped up by no rule: a reassessment is asked for', () => {
    given(inIop, leaves(day(2), 'hospital'))
      .when(definitive([['cocaine', 'positive']], cocaine))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }), taskOpened('reassessment'))
      .thenLacks('TransitionStarted');
    given(inIop, leaves(day(2), 'other', { expectedReturnAt: day(19) }))
      .when(definitive([['cocaine', 'positive']], cocaine))
      .thenIncludes(happened('TransitionStarted'));
  });

  it('is stepped down by no rule, until they are back', () => {
    const ready = [...inIop, goalsSet(day(1), 'g1'), leaves(day(2), 'jail'), goalReached('g1', day(20))];
    given(ready)
      .when(timePasses(day(60)))
      .thenLacks('TransitionStarted');
    given(ready)
      .when(isBack(day(21)), timePasses(day(60)))
      .thenIncludes(happened('TransitionStarted', { to: 'aftercare' }));
  });

  it('finds the minimum stay where it stood', () => {
    const { events } = given(inIop, goalsSet(day(1), 'g1'), leaves(day(2), 'hospital'), isBack(day(9))).when(
      goalReached('g1', day(10)),
      timePasses(day(40)),
    );
    // 14 days at IOP, of which 6 were spent wholly in hospital: day 20 instead of day 14, at midnight of New York.
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'TransitionStarted', occurredAt: plusHours(day(19), 16) }),
    );
  });
});
