import { figure } from '../texts/in-language.ts';
import { language, t } from '../texts/texts.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
const nbsp = '\u00a0';
/** No line breaks inside of it. */
const kept = (text: string) => text.replaceAll(' ', nbsp);

/** A length of time as it is read: "48 min", "9 h 02 min", "1 d 6 h". No-break spaces inside. */
export function duration(ms: number): string {
  const length = Math.abs(ms);
  if (length < minuteMs) return kept(t('time.underAMinute'));
  if (length < hourMs) return `${Math.floor(length / minuteMs)}${nbsp}min`;
  if (length < dayMs) {
    const minutes = Math.floor((length % hourMs) / minuteMs);
    const hours = `${Math.floor(length / hourMs)}${nbsp}h`;
    return minutes === 0 ? hours : `${hours}${nbsp}${String(minutes).padStart(2, '0')}${nbsp}min`;
  }
  const hours = Math.floor((length % dayMs) / hourMs);
  const days = `${Math.floor(length / dayMs)}${nbsp}d`;
  return hours === 0 ? days : `${days}${nbsp}${hours}${nbsp}h`;
}

/** With tenths of a second below a minute: for whoever wants to see it move. */
export const inSeconds = (ms: number): string =>
  Math.abs(ms) < minuteMs ? `${figure(Math.abs(ms) / 1_000, 1)}${nbsp}s` : duration(ms);

/** Shorter, for a chip in a narrow row: minutes below two hours, hours below ten days. Time itself is never cut off. */
export function shortDuration(ms: number): string {
  const length = Math.abs(ms);
  if (length < 2 * hourMs) return duration(length);
  if (length < dayMs) return duration(Math.floor(length / hourMs) * hourMs);
  return length < 10 * dayMs ? duration(length) : `${Math.floor(length / dayMs)}${nbsp}d`;
}

/** "9 h left", "1 d 6 h over". */
export const leftOrOver = (at: string, now: number): string => {
  const ms = Date.parse(at) - now;
  const length = shortDuration(ms);
  return kept(ms < 0 ? t('time.over', { length }) : t('time.left', { length }));
};

/** With seconds, for a crisis only: "3 min 48 s", "1 h 05 min 09 s". */
export function secondsLeft(at: string, now: number): string {
  const seconds = Math.floor(Math.abs(Date.parse(at) - now) / 1_000);
  if (seconds >= 86_400) return duration(seconds * 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  const two = (count: number) => String(count).padStart(2, '0');
  const first = hours > 0 ? `${hours} h ${two(minutes)} min ` : minutes > 0 ? `${minutes} min ` : '';
  return kept(`${first}${first === '' ? seconds % 60 : two(seconds % 60)} s`);
}

/** "in 9 h", "3 h ago". */
export const inOrAgo = (at: string, now: number): string => {
  const ms = Date.parse(at) - now;
  const length = shortDuration(ms);
  return kept(ms < 0 ? t('time.ago', { length }) : t('time.in', { length }));
};

/** Whole days from one moment to another, the first day is 1: "day 6". */
export const dayNumber = (since: string, now: number): number =>
  Math.max(1, Math.floor((now - Date.parse(since)) / dayMs) + 1);

interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly timeZoneName: string;
}

/** Moments in the time of one site. */
export function siteTime(timeZone: string) {
  // English and Spanish of the United States: they alone have the short zone names (EST). The order of the parts is ours.
  const format = new Intl.DateTimeFormat(`${language()}-US`, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  // A list tells a thousand moments beside the same now.
  let known: { readonly at: string | number; readonly parts: Parts } | undefined;
  const nowParts = (at: number): Parts => {
    if (known?.at !== at) known = { at, parts: parts(at) };
    return known.parts;
  };
  const parts = (at: string | number): Parts => {
    const found = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
    const part = (name: keyof Parts) => found.get(name) ?? '';
    return {
      weekday: part('weekday'),
      day: part('day'),
      month: part('month'),
      year: part('year'),
      hour: part('hour'),
      minute: part('minute'),
      second: part('second'),
      timeZoneName: part('timeZoneName'),
    };
  };
  const dayOf = (at: Parts, now: Parts) =>
    `${at.weekday}${nbsp}${at.day}${nbsp}${at.month}${at.year === now.year ? '' : `${nbsp}${at.year}`}`;
  const sameDay = (a: Parts, b: Parts) => a.day === b.day && a.month === b.month && a.year === b.year;

  return {
    timeZone,
    /** "14:00 EST" today, else "Tue 24 Nov 16:02 EST"; another year with the year. */
    moment(at: string | number, now: number): string {
      const [then, today] = [parts(at), nowParts(now)];
      const clock = `${then.hour}:${then.minute}${nbsp}${then.timeZoneName}`;
      return sameDay(then, today) ? clock : `${dayOf(then, today)} ${clock}`;
    },
    /** "14:00" today, else "Tue 24 Nov": for narrow cells. */
    short(at: string | number, now: number): string {
      const [then, today] = [parts(at), nowParts(now)];
      return sameDay(then, today) ? `${then.hour}:${then.minute}${nbsp}${then.timeZoneName}` : dayOf(then, today);
    },
    /** "Fri 20 Nov". */
    day: (at: string | number, now: number): string => dayOf(parts(at), nowParts(now)),
    /** "2026". */
    year: (at: string | number): string => parts(at).year,
    /** "20 Nov": on axes. */
    monthDay: (at: string | number): string => {
      const { day, month } = parts(at);
      return `${day}${nbsp}${month}`;
    },
    /** "Fri": on axes near now. */
    weekday: (at: string | number): string => parts(at).weekday,
    /** "09:41:22 EST". */
    clock(at: string | number): string {
      const { hour, minute, second, timeZoneName } = parts(at);
      return `${hour}:${minute}:${second}${nbsp}${timeZoneName}`;
    },
    /** "EST". */
    zone: (at: string | number): string => parts(at).timeZoneName,
    /** "16:02". */
    hourMinute(at: string | number): string {
      const { hour, minute } = parts(at);
      return `${hour}:${minute}`;
    },
  };
}

export type SiteTime = ReturnType<typeof siteTime>;

/** The time of a site; of what belongs to no site, that of who looks. */
export type TimeOf = (siteId: string | undefined) => SiteTime;

/** The times of all sites, each made once. */
export function siteTimes(zones: Readonly<Record<string, string>>, own: string): TimeOf {
  const made = new Map<string, SiteTime>();
  return (siteId) => {
    const zone = (siteId === undefined ? undefined : zones[siteId]) ?? own;
    const time = made.get(zone) ?? siteTime(zone);
    made.set(zone, time);
    return time;
  };
}
