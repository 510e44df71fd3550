import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { WallTime } from './values.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The clocks on the wall of a site: what people read and write in a form, whatever their machine's zone. */
export const wallTimeOf = (timeZone: string): WallTime => ({
  toInstant: (wall) => {
    const at = dayjs.tz(wall, timeZone);
    return at.isValid() ? at.toISOString() : 'no-moment';
  },
  toWall: (instant) => dayjs(instant).tz(timeZone).format('YYYY-MM-DDTHH:mm'),
});

/** The short name that the zone has at a moment of the wall: "EST". */
export const zoneNameAt = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
