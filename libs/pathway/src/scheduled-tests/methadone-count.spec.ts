import { attended, day, opened, stopsTaking, takes } from '../specs/commands.ts';
import { type Step } from '../specs/given.ts';
import { discharged } from '../specs/moves.ts';
import { collected, drawn, inIop, journeyOf } from '../specs/scheduled-tests.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusDays, type Instant } from '../time.ts';
import { methadoneCountAsks, methadoneCountSettled } from './methadone-count.ts';
import type { ScheduledTest } from './state.ts';

const programme = standardFour;
const random = (collectedAt: Instant) => collected(collectedAt, { collectionReason: 'random' });

describe('the random tests of a year of methadone', () => {
  const quarter = (count: number) => plusDays(day(0), (count * 365) / 4);
  const moud = takes('methadone', { kind: 'moud' });
  const asks = (days: readonly number[], until: number, ...more: readonly Step[]) => {
    const { scheduledTests: _none, ...journey } = journeyOf(
      inIop,
      moud,
      ...more,
      ...days.map((one) => random(day(one))),
      attended(day(until)),
    );
    return methadoneCountAsks({ ...journey, scheduledTests: [] }, programme).map(({ subject }) => subject);
  };
  const named = (...counts: readonly number[]) => counts.map((count) => `methadone.${quarter(count)}`);

  it.each<readonly [string, days: readonly number[], until: number, quarters: readonly number[]]>([
    ['none, in the first quarter', [], 1, [1]],
    ['two, in the first quarter', [10, 20], 30, []],
    ['two, in the second', [10, 20], 100, [2]],
    ['one, in the second', [10], 100, [1, 2]],
    ['four, in the second', [10, 20, 95, 99], 100, []],
    ['five, in the third', [10, 20, 95, 99, 120], 190, [3]],
    ['eight, in the second year', [10, 20, 95, 99, 120, 150, 300, 360], 370, [5]],
    ['seven, in the second year', [10, 20, 95, 99, 120, 150, 300], 370, [4, 5]],
    ['ten, two of them in the second year', [10, 20, 95, 99, 120, 150, 300, 360, 365, 368], 370, []],
    ['three of four in the second quarter of the second year', [10, 20, 95, 99, 120, 150, 300, 360, 370, 380, 390], 470, [6]],
  ])('that were %s', (_, days, until, quarters) => {
    expect(asks(days, until)).toEqual(named(...quarters));
  }); // prettier-ignore

  it('are asked for while the medication is taken and the person is in care', () => {
    expect(asks([], 100, stopsTaking('methadone', day(95)))).toEqual(named(1));
    expect(asks([], 100, stopsTaking('methadone', day(50)))).toEqual([]);
    const before = journeyOf(
      opened(),
      takes('methadone', { kind: 'moud', from: day(-100) }),
      inIop.slice(1),
      attended(day(1)),
    );
    expect(methadoneCountAsks(before, programme)).toMatchObject([
      {
        kind: 'random-test-count',
        role: 'nurse',
        subject: `methadone.${plusDays(day(-100), 182.5)}`,
        withinHours: 72,
        since: plusDays(day(-100), 182.5),
        cause: 'test-count',
      },
    ]);
    const early = { ...moud, medicationId: 'methadone' };
    expect(methadoneCountAsks(journeyOf(opened(), early), programme)).toEqual([]);
    expect(methadoneCountAsks(journeyOf(inIop, moud, discharged('dropped-out', day(1))), programme)).toEqual([]);
    expect(methadoneCountAsks(journeyOf(inIop, takes('methadone')), programme)).toEqual([]);
  });

  it('are those that were drawn and done, and those that a report calls random, each once', () => {
    const test = (onDay: number, fields: Partial<ScheduledTest> = {}): ScheduledTest => ({
      ...drawn,
      from: day(onDay),
      dueAt: day(onDay + 1),
      ...fields,
    });
    const count = (tests: readonly ScheduledTest[], ...steps: readonly Step[]) => {
      const journey = { ...journeyOf(inIop, moud, ...steps, attended(day(60))), scheduledTests: tests };
      return methadoneCountAsks(journey, programme).length === 0;
    };
    const twice = [collected(day(10.5)), collected(day(20.5))];
    expect(count([test(10), test(20)], ...twice)).toBe(true);
    expect(count([test(10)], ...twice)).toBe(false);
    expect(count([test(10), test(30)], ...twice)).toBe(false);
    const { number: _asked, ...byPerson } = test(20);
    expect(count([test(10), byPerson], ...twice)).toBe(false);
    expect(count([test(10)], random(day(10.5)))).toBe(false);
    expect(count([test(10)], random(day(10.5)), random(day(30)))).toBe(true);
  });

  it('are no question any more after discharge', () => {
    const task = { subject: `methadone.${quarter(1)}` } as Parameters<typeof methadoneCountSettled>[1];
    const ended = (...steps: readonly Step[]) =>
      methadoneCountSettled(journeyOf(inIop, moud, ...steps), task, programme);
    expect(ended()).toBeUndefined();
    expect(ended(random(day(1)), random(day(2)))).toBe('completed');
    expect(ended(discharged('dropped-out', day(1)))).toBe('cancelled');
  });
});
