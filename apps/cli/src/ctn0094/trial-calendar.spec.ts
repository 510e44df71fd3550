import { localDate, type SiteCalendar } from '@stepway/pathway';
import { trialCalendar } from './trial-calendar.ts';

const newYork: SiteCalendar = {
  siteId: 'main',
  timeZone: 'America/New_York',
  offsets: [
    { from: '2025-03-09T07:00:00.000Z', minutes: -240 },
    { from: '2025-11-02T06:00:00.000Z', minutes: -300 },
    { from: '2026-03-08T07:00:00.000Z', minutes: -240 },
    { from: '2026-11-01T06:00:00.000Z', minutes: -300 },
  ],
  holidays: [],
  closedWeekdays: [],
  closedDays: [],
};
const noon = 12 * 60;
const endDay = 98;
/** Enough that the window of some ends on every one of the 180 days. */
const whos = Array.from({ length: 2_000 }, (_, index) => String(index));

describe('a trial window on the calendar of the clinic', () => {
  it.each([
    ['of which one has 23 hours', '2026-06-01T12:00:00.000Z', '2026-03-08'],
    ['of which one has 25 hours', '2026-12-01T12:00:00.000Z', '2026-11-01'],
  ])('ends in the last minute of its last day, over 180 days %s', (_days, firstImportAt, changing) => {
    const ends = whos.map((who) => {
      const person = { who, trial: '30', detox: {}, specimens: [], visits: [], firstDay: 0, endDay } as const;
      const { at, endsAt } = trialCalendar(person, firstImportAt, newYork);
      const minuteAfter = new Date(Date.parse(endsAt) + 60_000).toISOString();
      return {
        last: localDate(at(endDay, noon), newYork),
        ends: localDate(endsAt, newYork),
        begun: [localDate(minuteAfter, newYork), minuteAfter],
        next: [localDate(at(endDay + 1, 0), newYork), at(endDay + 1, 0)],
      };
    });
    expect(ends.map(({ last }) => last)).toContain(changing);
    expect(ends.filter(({ last, ends: end }) => last !== end)).toEqual([]);
    expect(ends.filter(({ begun, next }) => begun.join() !== next.join())).toEqual([]);
  });
});
