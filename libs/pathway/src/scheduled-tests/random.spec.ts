import type { Context } from '../decision.ts';
import { addDays } from '../calendar.ts';
import { asksForTest, attended, day, inCareAt, opened, stopsTaking, takes } from '../specs/commands.ts';
import { Lived, timePasses, type Step } from '../specs/given.ts';
import { mainSite } from '../specs/holidays.ts';
import { discharged } from '../specs/moves.ts';
import { leaves } from '../specs/safety.ts';
import { collected, inIop, journeyOf, lived, quiet } from '../specs/scheduled-tests.ts';
import { standardFour } from '../specs/standard-four.ts';
import { daysBetween, plusHours, plusMinutes, type Instant } from '../time.ts';
import { admissionTestOwed } from './at-admission.ts';
import { drawDay } from './draw.ts';
import { randomTestsOwed } from './random.ts';
import { firstOpenDayAfter } from './special-days.ts';

const programme = standardFour;

describe('the first specimen', () => {
  const owed = (...steps: readonly (Step | readonly Step[])[]) => {
    const one = lived(quiet, ...steps);
    const context: Context = { ...one.context(), programme };
    return admissionTestOwed(one.opened(), context).map(({ make: _make, ...rest }) => rest);
  };
  const wanted = (at: Instant) => [{ at, cause: 'now', subject: 'iop', together: true }];

  it('is wanted of those in care, where none was collected in the week before', () => {
    expect(owed(opened())).toEqual([]);
    expect(owed(inIop)).toMatchObject(wanted(day(0)));
    expect(owed(inIop, discharged('dropped-out', day(1)))).toEqual([]);
    expect(owed(opened(), collected(day(-7)), inIop.slice(1))).toEqual([]);
    expect(owed(opened(), collected(plusMinutes(day(-7), -1)), inIop.slice(1))).toMatchObject(wanted(day(0)));
    expect(owed(opened(), asksForTest(day(9), day(-7)), inIop.slice(1))).toMatchObject(wanted(day(0)));
    const gone = [collected(day(-2)), collected(day(-2), { status: 'cancelled', results: [], reportedAt: day(-1) })];
    expect(owed(opened(), gone, inIop.slice(1))).toMatchObject(wanted(day(0)));
    expect(admissionTestOwed(journeyOf(inIop), lived(quiet, inIop).context())).toEqual([]);
  });

  it('is asked for once', () => {
    const one = lived({ programme, calendar: mainSite }, inIop, timePasses(day(1)));
    expect(admissionTestOwed(one.opened(), one.context())).toEqual([]);
    expect(
      one.events.find((event) => event.type === 'DrugTestScheduled' && event.data.cause === 'admission')?.data,
    ).toEqual({
      from: day(-7),
      dueAt: day(1),
      cause: 'admission',
      drugClasses: programme.levels['iop']?.drugTests.panel,
      matrix: 'urine',
    });
  });
});

describe('the next random test', () => {
  const real = { programme, calendar: mainSite };
  const owed = (one: Lived, context: Partial<Context> = {}) =>
    randomTestsOwed(one.opened(), { ...one.context(), programme, ...context }).map(({ make: _make, ...rest }) => rest);

  it('is drawn at once where there is none, and else when the last one has been due', () => {
    const none = lived(quiet, inIop, attended(day(1)));
    expect(owed(none)).toEqual([{ at: day(1), cause: 'now', subject: 'iop', together: true }]);
    const one = lived(real, inIop, timePasses(day(1)));
    const last = one.opened().scheduledTests.findLast(({ cause }) => cause === 'random');
    expect(owed(one)).toEqual([{ at: last?.dueAt, cause: 'next-test', subject: 'iop', together: true }]);
  });

  it('is none before admission, on leave, after discharge, or where the site or the level has none', () => {
    expect(owed(lived(quiet, opened()))).toEqual([]);
    expect(owed(lived(quiet, inIop, leaves(day(2), 'hospital')))).toEqual([]);
    expect(owed(lived(quiet, inIop, discharged('dropped-out', day(2))))).toEqual([]);
    expect(owed(lived(quiet, inCareAt('detox')))).toEqual([]);
    const shut = { ...mainSite, closedWeekdays: [0, 1, 2, 3, 4, 5, 6] };
    expect(owed(lived(quiet, inIop), { calendar: shut })).toEqual([]);
  });

  it.each<readonly [string, often: boolean, readonly Step[]]>([
    ['methadone that the clinic gives', true, [takes('methadone', { kind: 'moud' }), takes('nabilone')]],
    ['methadone against pain', false, [takes('methadone')]],
    ['another medication for opioid use disorder', false, [takes('buprenorphine', { kind: 'moud' })]],
    ['methadone that was stopped', false, [takes('methadone', { kind: 'moud' }), stopsTaking('methadone', day(100))]],
    ['nothing', false, []],
  ])('is drawn 8 times a year with %s: %s', (_, often, medications) => {
    const one = lived(real, inCareAt('aftercare'), medications, timePasses(day(200)));
    const last = () => one.opened().scheduledTests.findLast(({ cause }) => cause === 'random')?.from ?? '';
    const before = plusHours(last(), 12);
    one.step(collected(before));
    expect(daysBetween(before, last()) <= 46).toBe(often);
  });
});

describe('a day that is drawn', () => {
  const interval = { minimumDays: 4, meanDays: 7, maximumDays: 10 };
  const drawing = { seed: ['e', 1], from: '2026-06-01', notBefore: '2026-06-02', interval, extraAfter: [] };
  const rules = programme.drugTesting.scheduling;

  it.each(['2026-06-05', '2026-06-09', '2026-06-11'])('is the only open one within the bounds: %s', (open) => {
    const closedDays = Array.from({ length: 7 }, (_, index) => addDays('2026-06-05', index)).filter(
      (one) => one !== open,
    );
    for (let number = 1; number <= 12; number += 1)
      expect(drawDay({ ...drawing, seed: ['e', number] }, { ...mainSite, closedDays }, rules)?.day).toBe(open);
  });

  it('is always the same where the interval leaves no choice', () => {
    const fixed = { minimumDays: 4, meanDays: 4, maximumDays: 4 };
    for (let number = 1; number <= 12; number += 1)
      expect(drawDay({ ...drawing, seed: ['e', number], interval: fixed }, mainSite, rules)?.day).toBe('2026-06-05');
  });

  it('comes after a payday on which the site was closed', () => {
    expect(firstOpenDayAfter('2026-11-02', mainSite, [1, 15])).toEqual(['weekend', 'payday']);
  });
});
