import { continues, day, definitive, inCareAt, missesDoses, stopsTaking, takes } from '../specs/commands.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, done, happened } from '../specs/moves.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const onMethadone = [...inIop, takes('methadone', { kind: 'moud' })];
const onBuprenorphine = [...inIop, takes('buprenorphine', { kind: 'moud' })];
const review = taskOpened('missed-doses');

describe('missed doses', () => {
  it('are recorded for a medication that is known, in the past and in their order', () => {
    given(onMethadone)
      .when(missesDoses('methadone', day(5), { to: day(6), doses: 2 }))
      .thenIncludes(happened('MissedDosesRecorded', { from: day(5), to: day(6), doses: 2 }));
    given(inIop)
      .when(missesDoses('methadone', day(5)))
      .thenRejects('UnknownMedicationRecord');
    given(onMethadone)
      .when(missesDoses('methadone', day(5), { occurredAt: day(4) }))
      .thenRejects('InTheFuture');
    given(onMethadone)
      .when(missesDoses('methadone', day(5), { to: day(4), occurredAt: day(6) }))
      .thenRejects('EndsBeforeItBegins');
    given(onMethadone)
      .when(missesDoses('methadone', day(-1), { occurredAt: day(6) }))
      .thenRejects('EndsBeforeItBegins');
  });

  it('told twice are no news', () => {
    given(onMethadone, missesDoses('methadone', day(5)))
      .when(missesDoses('methadone', day(5), { occurredAt: day(7) }))
      .thenNothing();
  });

  it('do not make the same medication record another one', () => {
    given(onMethadone, missesDoses('methadone', day(5)))
      .when(takes('methadone', { kind: 'moud' }))
      .thenNothing();
  });

  it('go to the prescriber the same day from 3 in a row, of methadone from 5', () => {
    given(onBuprenorphine)
      .when(missesDoses('buprenorphine', day(5), { to: day(7), doses: 3 }))
      .thenIncludes(taskOpened('missed-doses', { role: 'prescriber', dueAt: plusHours(day(7), 12) }));
    given(onBuprenorphine)
      .when(missesDoses('buprenorphine', day(5), { to: day(6), doses: 2 }))
      .thenLacks(review);
    given(onMethadone)
      .when(missesDoses('methadone', day(5), { to: day(8), doses: 4 }))
      .thenLacks(review);
    given(onMethadone)
      .when(missesDoses('methadone', day(5), { to: day(9), doses: 5 }))
      .thenIncludes(review);
  });

  it('told day by day count together; one that was taken in between parts them', () => {
    given(onBuprenorphine, missesDoses('buprenorphine', day(5)), missesDoses('buprenorphine', day(6)))
      .when(missesDoses('buprenorphine', day(7)))
      .thenIncludes(review);
    given(onBuprenorphine, missesDoses('buprenorphine', day(5)), missesDoses('buprenorphine', day(6)))
      .when(missesDoses('buprenorphine', day(8)))
      .thenLacks(review);
  });

  it('told as a whole and once more in part count once', () => {
    given(onMethadone, missesDoses('methadone', day(5), { to: day(8), doses: 4 }))
      .when(missesDoses('methadone', day(7), { occurredAt: day(9) }))
      .thenLacks(review);
  });

  it('are asked after again with each further one, and no longer once the medication has ended', () => {
    const reviewed = [
      missesDoses('buprenorphine', day(5), { to: day(7), doses: 3 }),
      done(`episode-1.task.missed-doses.buprenorphine.${day(5)}`, plusHours(day(7), 1)),
    ];
    given(onBuprenorphine, reviewed)
      .when(missesDoses('buprenorphine', day(8)))
      .thenIncludes(review);
    given(onBuprenorphine, missesDoses('buprenorphine', day(5), { to: day(7), doses: 3 }))
      .when(stopsTaking('buprenorphine', day(7)))
      .thenIncludes(happened('TaskCancelled'));
  });

  it('of another medication ask nobody', () => {
    given(inIop, takes('morphine'))
      .when(missesDoses('morphine', day(1), { to: day(9), doses: 9 }))
      .thenLacks(review);
  });
});

describe('a medication of which doses were missed', () => {
  const notFound = definitive([['buprenorphine', 'negative']], { collectedAt: day(10) });

  it('rule 7: need not be found, so its absence is a plain negative', () => {
    given(onBuprenorphine, missesDoses('buprenorphine', day(8), { to: day(9), doses: 2 }))
      .when(notFound)
      .thenIncludes(disposed('negative', { rule: 'negative' }))
      .thenLacks(taskOpened('medication-safety-review'));
  });

  it('is judged again when they become known after the result', () => {
    given(onBuprenorphine, notFound)
      .when(missesDoses('buprenorphine', day(8), { to: day(9), doses: 2, occurredAt: day(11) }))
      .thenIncludes(disposed('negative'), happened('TaskCompleted'));
  });

  it('should be found again 72 hours after the last of them', () => {
    given(onBuprenorphine, missesDoses('buprenorphine', plusHours(day(7), -1)))
      .when(notFound)
      .thenIncludes(disposed('unexpected-absence'));
  });
});

describe('the next dose that was arranged', () => {
  const check = taskOpened('next-dose-check', { role: 'nurse', dueAt: plusHours(day(5), 12) });
  const arranged = [...onMethadone, continues('methadone', day(3), day(5))];

  it('is asked after when it has been due, by a timer of its own', () => {
    given(arranged)
      .when(timePasses(plusHours(day(5), -1)))
      .thenLacks('TaskOpened');
    given(arranged)
      .when(timePasses(day(5)))
      .thenIncludes(check);
  });

  it('is no question when it is known as missed, moved, or the medication has ended', () => {
    given(arranged, { ...missesDoses('methadone', day(5)), occurredAt: day(5) })
      .when(timePasses(day(8)))
      .thenLacks('TaskOpened');
    given(arranged, continues('methadone', day(4), day(6)))
      .when(timePasses(plusHours(day(5), 1)))
      .thenLacks('TaskOpened');
    given(arranged, stopsTaking('methadone', day(4)))
      .when(timePasses(day(8)))
      .thenLacks('TaskOpened');
    given(arranged, discharged('dropped-out', day(4)))
      .when(timePasses(day(8)))
      .thenLacks('TaskOpened');
  });

  it('stays moved when the arrangement before it is told again', () => {
    const moved = [...arranged, continues('methadone', day(4), day(6))];
    given(moved)
      .when(continues('methadone', day(3), day(5)))
      .thenNothing();
    given(moved)
      .when(continues('methadone', plusHours(day(4), 1), day(5)))
      .thenIncludes(happened('MedicationContinuityArranged', { nextDoseAt: day(5) }));
  });

  it('is answered by the one that is arranged after it, and by what is said of it', () => {
    const due = [...arranged, timePasses(day(5))];
    const taskId = `episode-1.task.next-dose-check.methadone.${day(5)}`;
    given(due)
      .when(continues('methadone', plusHours(day(5), 2), day(6)))
      .thenIncludes(happened('TaskCompleted', { taskId }));
    given(due)
      .when({ ...missesDoses('methadone', day(5)), occurredAt: plusHours(day(5), 2) })
      .thenIncludes(happened('TaskCompleted', { taskId }));
    given(due)
      .when(stopsTaking('methadone', day(5)))
      .thenIncludes(happened('TaskCancelled', { taskId }));
    given(due)
      .when(done(taskId, plusHours(day(5), 2)))
      .thenIncludes(happened('TaskCompleted', { taskId }));
  });
});
