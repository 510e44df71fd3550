import type { GroupView } from '@stepway/contracts';

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
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The moment at which a clock of the time zone shows this; a time that a change of the clock leaves out is the one after. */
export function instantAt({ day, time }: WallClock, timeZone: string): string | undefined {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(wanted)) return undefined;
  const shownAt = (at: number) => {
    const shown = wallClock(at, timeZone);
    return Date.parse(`${shown.day}T${shown.time}:00.000Z`);
  };
  // The offset of about that time, and once more where it changes in between.
  const near = wanted - (shownAt(wanted) - wanted);
  return new Date(near - (shownAt(near) - wanted)).toISOString();
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
