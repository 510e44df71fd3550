import type { SiteCalendar } from '../calendar.ts';
import { newYork } from './standard-four.ts';

/** Berlin around the year in which specs live: daylight saving from 29 March to 25 October 2026. */
export const berlin: SiteCalendar = {
  ...newYork,
  siteId: 'berlin',
  timeZone: 'Europe/Berlin',
  offsets: [
    { from: '2025-10-26T01:00:00.000Z', minutes: 60 },
    { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
    { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
  ],
};

/** Havana changes its clocks at midnight: 8 March 2026 has no hour from 0 to 1, 1 November has it twice. */
export const havana: SiteCalendar = {
  ...newYork,
  siteId: 'havana',
  timeZone: 'America/Havana',
  offsets: [
    { from: '2025-11-02T05:00:00.000Z', minutes: -300 },
    { from: '2026-03-08T05:00:00.000Z', minutes: -240 },
    { from: '2026-11-01T05:00:00.000Z', minutes: -300 },
  ],
};
