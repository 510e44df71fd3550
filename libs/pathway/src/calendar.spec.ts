import {
  addDays,
  daysApart,
  isOpenOn,
  localDate,
  mondayOf,
  nextOpenDay,
  startOfDay,
  weekdayOf,
  type SiteCalendar,
} from './calendar.ts';
import { berlin, havana } from './specs/calendars.ts';
import { newYork } from './specs/standard-four.ts';
import { fromMs, msPerHour, toMs } from './time.ts';

const hoursOf = (day: string, calendar: SiteCalendar): number =>
  (toMs(startOfDay(addDays(day, 1), calendar)) - toMs(startOfDay(day, calendar))) / msPerHour;

describe.each([newYork, berlin, havana])('the wall calendar of a site in $timeZone', (calendar) => {
  it('lets every day of the year begin where the day before it ends', () => {
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const start = startOfDay(day, calendar);
      expect(localDate(start, calendar)).toBe(day);
      expect(localDate(fromMs(toMs(start) - 1), calendar)).toBe(addDays(day, -1));
    }
  });

  it('has one day of 23 hours and one of 25 in a year, all others 24', () => {
    const lengths: Record<number, number> = {};
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const hours = hoursOf(day, calendar);
      lengths[hours] = (lengths[hours] ?? 0) + 1;
    }
    expect(lengths).toEqual({ 23: 1, 24: 363, 25: 1 });
  });
});

describe('an evening session', () => {
  it('error 21: falls on the local day of the site, not on the next day of UTC', () => {
    // Tuesday 17:30 to 20:30 in New York, in winter and in summer.
    expect(localDate('2026-01-14T01:30:00.000Z', newYork)).toBe('2026-01-13');
    expect(localDate('2026-07-15T00:30:00.000Z', newYork)).toBe('2026-07-14');
    // Half past eleven in the evening in Berlin, on the same day of UTC.
    expect(localDate('2026-07-14T21:30:00.000Z', berlin)).toBe('2026-07-14');
    expect(localDate('2026-07-14T22:30:00.000Z', berlin)).toBe('2026-07-15');
  });

  it('belongs to its week also on the Sunday on which the clocks change', () => {
    // 23:30 of Sunday 8 March, and of Sunday 1 November 2026, in New York.
    expect(mondayOf(localDate('2026-03-09T03:30:00.000Z', newYork))).toBe('2026-03-02');
    expect(mondayOf(localDate('2026-11-02T04:30:00.000Z', newYork))).toBe('2026-10-26');
  });
});

describe('days of a calendar', () => {
  it('are counted whatever the clocks do', () => {
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
    expect(daysApart('2026-10-31', '2026-11-02')).toBe(2);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('know their weekday, and the Monday of their week', () => {
    expect(['2026-05-03', '2026-05-04', '2026-05-09'].map(weekdayOf)).toEqual([0, 1, 6]);
    expect(['2026-05-03', '2026-05-04', '2026-05-10'].map(mondayOf)).toEqual([
      '2026-04-27',
      '2026-05-04',
      '2026-05-04',
    ]);
  });
});

describe('a site that is closed at weekends, on a holiday and on a day of its own', () => {
  const calendar: SiteCalendar = {
    ...newYork,
    closedWeekdays: [0, 6],
    holidays: ['2026-05-25'],
    closedDays: ['2026-05-26'],
  };

  it('error 21: is open on the other days only', () => {
    const open = ['2026-05-22', '2026-05-23', '2026-05-24', '2026-05-25', '2026-05-26', '2026-05-27'].filter((day) =>
      isOpenOn(day, calendar),
    );
    expect(open).toEqual(['2026-05-22', '2026-05-27']);
  });

  it('has its next open day after the long weekend', () => {
    expect(nextOpenDay('2026-05-22', calendar)).toBe('2026-05-22');
    expect(nextOpenDay('2026-05-23', calendar)).toBe('2026-05-27');
  });

  it('has one also where only one day of a whole year is open', () => {
    const closedDays = Array.from({ length: 366 }, (_, index) => addDays('2026-05-22', index));
    expect(nextOpenDay('2026-05-22', { ...newYork, closedDays })).toBe('2027-05-23');
    const more = [...closedDays, '2027-05-23'];
    expect(nextOpenDay('2026-05-22', { ...newYork, closedDays: more })).toBeUndefined();
  });

  it('has none if it never opens', () => {
    expect(nextOpenDay('2026-05-22', { ...calendar, closedWeekdays: [0, 1, 2, 3, 4, 5, 6] })).toBeUndefined();
  });
});
