import { readFileSync } from 'node:fs';
import type { SiteCalendar } from '../calendar.ts';
import type { Programme } from '../programme/programme.ts';

/** The programme that ships: specs judge by the same file as the programs do. */
export const standardFour: Programme = JSON.parse(
  readFileSync(new URL('../../programmes/standard-four.v2.json', import.meta.url), 'utf8'),
);

/** The other that ships: six levels, with withdrawal management and early intervention beside the ladder. */
export const fullContinuum: Programme = JSON.parse(
  readFileSync(new URL('../../programmes/full-continuum.v1.json', import.meta.url), 'utf8'),
);

/** The same programme, whose levels ask for no tests: a spec about something else has none between its steps. */
export const withoutTestPlan = (programme: Programme): Programme => ({
  ...programme,
  levels: Object.fromEntries(
    Object.entries(programme.levels).map(([id, level]) => [
      id,
      { ...level, drugTests: { ...level.drugTests, atAdmission: false, random: [] } },
    ]),
  ),
});

/** New York around the year in which specs live: daylight saving from 8 March to 1 November 2026. */
export const newYork: SiteCalendar = {
  siteId: 'main',
  timeZone: 'America/New_York',
  offsets: [
    { from: '2025-11-02T06:00:00.000Z', minutes: -300 },
    { from: '2026-03-08T07:00:00.000Z', minutes: -240 },
    { from: '2026-11-01T06:00:00.000Z', minutes: -300 },
  ],
  holidays: [],
  closedWeekdays: [],
  closedDays: [],
};
