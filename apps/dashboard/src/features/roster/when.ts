import type { GroupView } from '@stepway/contracts';
import { localOf, momentOf } from '../../marks/local-moment.ts';

/** A day and a time of day on the wall of a place. */
export interface WallClock {
  /** `2026-11-23` */
  readonly day: string;
  /** `17:30` */
  readonly time: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What clock and calendar of a time zone show at a moment. */
export function wallClock(at: number, timeZone: string): WallClock {
  const [day = '', time = ''] = localOf(at, timeZone).split(' ');
  return { day, time: time.slice(0, 5) };
}

/** The moment at which a clock of the time zone shows this; undefined where it is no day or time. */
export function instantAt({ day, time }: WallClock, timeZone: string): string | undefined {
  const at = momentOf(`${day} ${time}`, timeZone);
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** When the last session of a group began, as far as the hours of its people tell, and how long it is. */
export function lastSession({ hours, timeZone }: GroupView, now: number): { startsAt: string; minutes: number } {
  const begun = Array.from({ length: 8 }, (_, back) => wallClock(now - back * dayMs, timeZone).day).flatMap((day) =>
    hours
      .filter(({ weekdays }) => weekdays.includes(new Date(`${day}T12:00:00.000Z`).getUTCDay()))
      .flatMap(({ from, to }) => {
        const startsAt = instantAt({ day, time: from }, timeZone);
        const minutes = minutesBetween(from, to);
        return startsAt === undefined || Date.parse(startsAt) > now ? [] : [{ startsAt, minutes }];
      }),
  );
  const [last] = begun.toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
  return last ?? { startsAt: new Date(Math.floor(now / (60 * minuteMs)) * 60 * minuteMs).toISOString(), minutes: 90 };
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const minutesBetween = (from: string, to: string): number => minutesOf(to) - minutesOf(from);
