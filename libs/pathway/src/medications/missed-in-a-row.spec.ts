import { continues, day, definitive, inCareAt, missesDoses, stopsTaking, takes } from '../specs/commands.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';
import { treatedElsewhere } from '../specs/safety.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';
import { missedBefore, missedDosesThatCount, missedInARow } from './missed-in-a-row.ts';
import type { Medication, MissedDoses } from './state.ts';

const inIop = inCareAt('iop');
const onMethadone = [...inIop, takes('methadone', { kind: 'moud' })];
const medication = (missedDoses?: readonly MissedDoses[], code = 'methadone'): Medication => ({
  medicationId: 'm1',
  medication: code,
  kind: 'moud',
  scheduled: true,
  from: day(0),
  eventId: 'm',
  ...(missedDoses && { missedDoses }),
});
/** Doses missed from one day to another, told on a third. */
const record = (eventId: string, from: number, to: number, doses: number, told = 20): MissedDoses => ({
  from: day(from),
  to: day(to),
  doses,
  recordedAt: day(told),
  eventId,
});

describe('doses missed in a row', () => {
  const rows = (...records: readonly MissedDoses[]) =>
    [records, records.toReversed()].map((order) => missedInARow(medication(order), standardFour));
  const row = (eventId: string, from: number, to: number, doses: number, known = 20) =>
    expect.objectContaining({ from: day(from), to: day(to), doses, knownAt: day(known), eventId });

  it.each<readonly [string, records: readonly MissedDoses[], rows: readonly unknown[]]>([
    ['none', [], []],
    ['told day by day', [record('a', 5, 5, 1, 21), record('b', 6, 6, 1, 22)], [row('b', 5, 6, 2, 22)]],
    ['told in another order', [record('a', 5, 5, 1, 22), record('b', 6, 6, 1, 21)], [row('a', 5, 6, 2, 22)]],
    ['36 hours apart', [record('a', 5, 5, 1, 21), record('b', 6.5, 6.5, 1, 22)], [row('b', 5, 6.5, 2, 22)]],
    ['more than that apart', [record('a', 5, 5, 1, 21), record('b', 6.6, 6.6, 1, 22)], [row('a', 5, 5, 1, 21), row('b', 6.6, 6.6, 1, 22)]],
    ['a part of what is known', [record('a', 5, 8, 4, 21), record('b', 7, 8, 2, 22)], [row('b', 5, 8, 4, 22)]],
    ['more than was known of the same days', [record('a', 5, 8, 4, 21), record('b', 6, 8, 6, 22)], [row('b', 5, 8, 6, 22)]],
    ['going on after it', [record('a', 5, 8, 4, 21), record('b', 8, 9, 2, 22)], [row('b', 5, 9, 6, 22)]],
    ['from the same day, the longer first', [record('a', 5, 6, 2, 21), record('b', 5, 8, 4, 22)], [row('b', 5, 8, 4, 22)]],
    ['from the same day, the longer known first', [record('a', 5, 6, 2, 22), record('b', 5, 8, 4, 21)], [row('a', 5, 8, 4, 22)]],
    ['of the same days, twice', [record('a', 5, 6, 2, 21), record('b', 5, 6, 3, 22)], [row('b', 5, 6, 3, 22)]],
    ['in two rows of several', [record('a', 1, 1, 1, 20), record('b', 2, 2, 1, 21), record('c', 9, 9, 1, 22), record('d', 10, 10, 1, 23)], [row('b', 1, 2, 2, 21), row('d', 9, 10, 2, 23)]],
  ])('%s', (_, records, expected) => {
    for (const found of rows(...records)) expect(found).toEqual(expected);
  }); // prettier-ignore

  it('are told of by the record that became known last, of two at once the later one', () => {
    const [found] = missedInARow(medication([record('a', 5, 5, 1), record('b', 6, 6, 1)]), standardFour);
    expect(found?.eventId).toBe('b');
    expect(missedInARow(medication(), standardFour)).toEqual([]);
  });

  it('count from a number of their own for methadone', () => {
    expect(
      ['methadone', 'buprenorphine'].map((code) => missedDosesThatCount(medication([], code), standardFour)),
    ).toEqual([5, 3]);
  });

  it('excuse the absence from the first of them to 72 hours after the last', () => {
    const excused = (at: Instant) => missedBefore(medication([record('a', 5, 6, 2)]), at, 72);
    const moments = [plusHours(day(5), -1), day(5), day(6), day(9), plusHours(day(9), 1)];
    expect(moments.map(excused)).toEqual([false, true, true, true, false]);
    expect(missedBefore(medication(), day(5), 72)).toBe(false);
  });
});

describe('of two medications', () => {
  const both = [...onMethadone, takes('buprenorphine', { kind: 'moud', from: day(1) })];

  it('each is ended, missed and arranged by itself', () => {
    const { journey } = given(both).when(
      missesDoses('buprenorphine', day(5), { to: day(6), doses: 2 }),
      missesDoses('methadone', day(7)),
      continues('buprenorphine', day(8), day(9)),
      stopsTaking('buprenorphine', day(10)),
    );
    expect(journey.medications).toMatchObject([
      { medicationId: 'methadone', missedDoses: [{ from: day(7), to: day(7), doses: 1 }] },
      {
        medicationId: 'buprenorphine',
        missedDoses: [{ from: day(5), to: day(6), doses: 2 }],
        nextDose: { at: day(9), arrangedAt: day(8) },
        endedAt: day(10),
      },
    ]);
    expect(journey.medications[0]?.endedAt).toBeUndefined();
    given(both, missesDoses('buprenorphine', day(5)), missesDoses('buprenorphine', day(8)))
      .when(missesDoses('buprenorphine', day(5), { occurredAt: day(9) }))
      .thenNothing();
  });

  it('one that began later is measured by its own beginning', () => {
    expect(given(both).when({ ...stopsTaking('buprenorphine', day(0)), occurredAt: day(2) }).rejection?.type).toBe(
      'EndsBeforeItBegins',
    );
    given(both, stopsTaking('methadone', day(3)))
      .when(continues('buprenorphine', day(4), day(6)))
      .thenIncludes(happened('MedicationContinuityArranged', { medicationId: 'buprenorphine' }));
  });

  it('the check of a dose is answered by what is said of its own medication', () => {
    const due = [...both, continues('buprenorphine', day(3), day(5)), timePasses(day(5))];
    const taskId = `episode-1.task.next-dose-check.buprenorphine.${day(5)}`;
    given(due)
      .when(continues('methadone', plusHours(day(5), 1), day(6)))
      .thenLacks('TaskCompleted', 'TaskCancelled');
    given(due)
      .when(continues('buprenorphine', plusHours(day(5), 1), day(6)))
      .thenIncludes(happened('TaskCompleted', { taskId }));
    given(due)
      .when(stopsTaking('methadone', day(5)))
      .thenLacks(happened('TaskCancelled', { taskId }));
    given(due)
      .when(stopsTaking('buprenorphine', day(5)))
      .thenIncludes(happened('TaskCancelled', { taskId }));
  });
});

describe('what a medication for opioid use disorder asks of people', () => {
  const review = taskOpened('missed-doses');
  const missedThree = missesDoses('buprenorphine', day(5), { to: day(7), doses: 3 });

  it('is asked also where its end is planned, unless it ends with the doses that were missed', () => {
    const until = (to: Instant) => [...inIop, takes('buprenorphine', { kind: 'moud', to })];
    given(until(plusHours(day(7), 1)))
      .when(missedThree)
      .thenIncludes(review);
    given(until(day(7)))
      .when(missedThree)
      .thenLacks(review);
  });

  it('is asked by its code, whatever kind the record says, and by its kind', () => {
    given(inIop, takes('buprenorphine')).when(missedThree).thenIncludes(review);
    given(inIop, takes('morphine', { kind: 'moud' }))
      .when(missesDoses('morphine', day(5), { to: day(7), doses: 3 }))
      .thenIncludes(review);
  });

  it('is the next dose also where others were missed before or after it', () => {
    const check = taskOpened('next-dose-check', { subject: `methadone.${day(5)}`, role: 'nurse' });
    const arranged = [...onMethadone, missesDoses('methadone', day(2)), continues('methadone', day(3), day(5))];
    given(arranged)
      .when(timePasses(day(5)))
      .thenIncludes(check);
    given(arranged, missesDoses('methadone', day(4), { to: day(4.5) }))
      .when(timePasses(day(5)))
      .thenIncludes(check);
    for (const [from, to] of [
      [5, 6],
      [4, 5],
    ] as const)
      given(arranged)
        .when(missesDoses('methadone', day(from), { to: day(to), occurredAt: day(6) }))
        .thenIncludes(happened('TaskCompleted', { taskId: `episode-1.task.next-dose-check.methadone.${day(5)}` }));
  });

  it('ends with the episode', () => {
    const due = [...onMethadone, continues('methadone', day(3), day(5)), timePasses(day(5))];
    given(due)
      .when(discharged('dropped-out', day(6)))
      .thenIncludes(happened('TaskCancelled', { taskId: `episode-1.task.next-dose-check.methadone.${day(5)}` }));
    given(onMethadone, missesDoses('methadone', day(5), { to: day(9), doses: 5 }))
      .when(discharged('dropped-out', day(10)))
      .thenIncludes(happened('TaskCancelled', { taskId: `episode-1.task.missed-doses.methadone.${day(5)}` }));
  });

  it('is another arrangement where the same person says another moment at once', () => {
    given(onMethadone, continues('methadone', day(3), day(5)))
      .when(continues('methadone', day(3), day(6)))
      .thenIncludes(happened('MedicationContinuityArranged', { nextDoseAt: day(6) }));
  });
});

describe('what was given elsewhere', () => {
  it('need not be found, and is known for its beginning only where its end is not', () => {
    const hospital = (fields: object) =>
      treatedElsewhere(day(30), { drugsGiven: [{ medication: 'morphine' }], at: day(41), ...fields });
    const opioids = (outcome: 'positive' | 'negative', onDay: number) =>
      definitive([['opioids', outcome]], { collectedAt: day(onDay) });
    given(inIop, hospital({ to: day(40) }), opioids('negative', 39))
      .when(opioids('positive', 45))
      .thenIncludes(disposed('expected-prescribed'))
      .thenLacks(disposed('unexpected-absence'));
    given(inIop, hospital({})).when(opioids('positive', 36)).thenIncludes(disposed('unexpected-use'));
    given(inIop, hospital({})).when(opioids('positive', 35)).thenIncludes(disposed('expected-prescribed'));
  });
});
