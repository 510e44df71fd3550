import { addDays, daysApart, isOpenOn, weekdayOf, type LocalDate, type SiteCalendar } from '../calendar.ts';
import { mainSite } from '../specs/holidays.ts';
import { standardFour } from '../specs/standard-four.ts';
import { chance, wholeNumber } from './chance.ts';
import { drawDay, type Drawing } from './draw.ts';
import { firstOpenDayAfter } from './special-days.ts';

const rules = standardFour.drugTesting.scheduling;
const iop = standardFour.levels['iop']?.drugTests;
const weekly = { minimumDays: 4, meanDays: 7, maximumDays: 10 };
const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);

/** The random tests of one episode over two years, each drawn when the one before is done. */
function plan(episodeId: string, fields: Partial<Drawing> & { readonly site?: SiteCalendar } = {}): LocalDate[] {
  const { site = mainSite, ...rest } = fields;
  const days: LocalDate[] = [];
  for (let from = '2025-12-20'; from < '2027-12-20';) {
    const drawing = { interval: weekly, extraAfter: [], ...rest, from, notBefore: addDays(from, 1) };
    const drawn = drawDay({ ...drawing, seed: [episodeId, days.length + 1] }, site, rules);
    if (!drawn) throw new Error('no day was drawn');
    days.push(drawn.day);
    from = drawn.day;
  }
  return days;
}

const gaps = (days: readonly LocalDate[]): number[] =>
  days.slice(1).map((day, index) => daysApart(days[index] ?? day, day));
const share = (days: readonly LocalDate[], is: (day: LocalDate) => boolean): number =>
  days.filter(is).length / days.length;
const clinic = Array.from({ length: 40 }, (_, index) => plan(`episode-${index}`));

describe('random tests over two years', () => {
  it('error 21: never fall on a closed weekday, a holiday or a single closed day of the site', () => {
    const shut = { ...mainSite, closedDays: ['2026-02-10', '2026-02-11', '2026-05-26'] };
    for (const days of [...clinic, plan('episode-1', { site: shut })])
      expect(days.filter((day) => !isOpenOn(day, mainSite))).toEqual([]);
    expect(plan('episode-1', { site: shut }).filter((day) => shut.closedDays.includes(day))).toEqual([]);
  });

  it('lie within the bounds of the interval, and so often as its mean says', () => {
    for (const days of clinic) {
      expect(Math.min(...gaps(days))).toBeGreaterThanOrEqual(weekly.minimumDays);
      expect(Math.max(...gaps(days))).toBeLessThanOrEqual(weekly.maximumDays);
    }
    const all = clinic.flatMap(gaps);
    const mean = all.reduce((sum, gap) => sum + gap, 0) / all.length;
    expect(mean).toBeGreaterThan(weekly.meanDays - 0.4);
    expect(mean).toBeLessThan(weekly.meanDays + 0.4);
  });

  it('error 22: cannot be foreseen by the day of the week: each open one comes, and none much more often', () => {
    for (const weekday of [1, 2, 3, 4, 5, 6]) {
      const ofAll = share(clinic.flat(), (day) => weekdayOf(day) === weekday);
      expect(ofAll).toBeGreaterThan(0.1);
      expect(ofAll).toBeLessThan(0.26);
    }
    // Nor by the day before: of two tests in a row the weekdays go together as chance has it.
    for (const days of clinic) {
      const same = share(days.slice(1), (day) => weekdayOf(day) === weekdayOf(days[days.indexOf(day) - 1] ?? day));
      expect(same).toBeLessThan(0.4);
    }
    expect(new Set(clinic.flatMap(gaps)).size).toBeGreaterThanOrEqual(6);
  });

  it('are the same for the same episode, and others for another', () => {
    expect(plan('episode-1')).toEqual(plan('episode-1'));
    const shared = clinic.slice(1).map((days) => share(days, (day) => clinic[0]?.includes(day) === true));
    expect(Math.max(...shared)).toBeLessThan(0.4);
  });

  it('come more often after weekends, holidays and paydays where the level asks for it', () => {
    const more = Array.from({ length: 40 }, (_, index) =>
      plan(`episode-${index}`, { extraAfter: ['weekend', 'holiday', 'payday'] }),
    );
    const special = (day: LocalDate) => firstOpenDayAfter(day, mainSite, rules.paydays).length > 0;
    expect(share(more.flat(), special)).toBeGreaterThan(1.5 * share(clinic.flat(), special));
    for (const days of more) {
      expect(days.filter((day) => !isOpenOn(day, mainSite))).toEqual([]);
      expect(Math.max(...gaps(days))).toBeLessThanOrEqual(weekly.maximumDays);
      expect(Math.min(...gaps(days))).toBeGreaterThanOrEqual(weekly.minimumDays);
      // Still every weekday: a test on each Monday would be foreseen.
      expect(new Set(days.map(weekdayOf)).size).toBe(6);
    }
  });

  it('come on the first open day after the bounds where all days within them are closed, and never where none is open', () => {
    const closed = Array.from({ length: 15 }, (_, index) => addDays('2026-06-01', index));
    const drawing: Drawing = {
      seed: ['e', 1],
      from: '2026-06-01',
      notBefore: '2026-06-02',
      interval: weekly,
      extraAfter: [],
    };
    expect(drawDay(drawing, { ...mainSite, closedDays: closed }, rules)?.day).toBe('2026-06-16');
    const never = { ...mainSite, closedWeekdays: [0, 1, 2, 3, 4, 5, 6] };
    expect(drawDay(drawing, never, rules)).toBeUndefined();
  });

  it('begin anew from today where they were not drawn for long', () => {
    const drawn = drawDay(
      { seed: ['e', 1], from: '2026-01-05', notBefore: '2026-03-03', interval: weekly, extraAfter: [] },
      mainSite,
      rules,
    );
    expect(drawn?.day).toBe(later('2026-03-03', drawn?.day ?? ''));
    expect(drawn?.day).toBe('2026-03-03');
  });
});

describe('a day after a weekend, a holiday or a payday', () => {
  const after = (day: LocalDate) => firstOpenDayAfter(day, mainSite, rules.paydays);

  it('is the first open one', () => {
    expect(after('2026-05-04')).toEqual(['weekend']);
    expect(after('2026-05-05')).toEqual([]);
    // Memorial Day is the Monday.
    expect(after('2026-05-26')).toEqual(['holiday', 'weekend']);
    expect(after('2026-06-16')).toEqual(['payday']);
    expect(after('2026-05-02')).toEqual(['payday']);
  });
});

describe('seeded chance', () => {
  it('gives the same number for the same words, and spreads evenly', () => {
    expect(chance('episode-1', 1)).toBe(chance('episode-1', 1));
    expect(chance('episode-1', 1)).not.toBe(chance('episode-1', 2));
    expect(chance('a', 'b')).not.toBe(chance('ab'));
    const draws = Array.from({ length: 20_000 }, (_, index) => wholeNumber(1, 10, chance('spread', index)));
    for (let number = 1; number <= 10; number += 1) {
      const count = draws.filter((one) => one === number).length;
      expect(count).toBeGreaterThan(1800);
      expect(count).toBeLessThan(2200);
    }
  });

  it('is fit for the intervals of every level', () => {
    expect(iop?.random.length).toBeGreaterThan(0);
    for (const { drugTests } of Object.values(standardFour.levels))
      for (const interval of drugTests.random) {
        const days = plan('episode-1', { interval, extraAfter: drugTests.extraAfter });
        expect(Math.max(...gaps(days))).toBeLessThanOrEqual(interval.maximumDays);
        expect(days.filter((day) => !isOpenOn(day, mainSite))).toEqual([]);
      }
  });
});
