import type { MinorsRule } from './person/minors.ts';
import { fromMs, msPerDay, toMs, type Instant } from './time.ts';

/** A day on the wall calendar of a site, `YYYY-MM-DD`. */
export type LocalDate = string;

/**
 * What a site's wall calendar says, as a pinned table: the same rules give the same days on every host.
 * `offsets` is ascending by `from`; the first entry also holds for all time before it.
 */
export interface SiteCalendar {
  readonly siteId: string;
  readonly timeZone: string;
  readonly offsets: readonly { readonly from: Instant; readonly minutes: number }[];
  readonly holidays: readonly LocalDate[];
  /** Days of the week the site is closed, 0 = Sunday. */
  readonly closedWeekdays: readonly number[];
  /** Further single days on which it is closed: works, storms, staff days. */
  readonly closedDays: readonly LocalDate[];
  /** What the law of its State says of minors; where it is not known, the stricter holds. */
  readonly minors?: MinorsRule;
}

function offsetMsAt(instantMs: number, calendar: SiteCalendar): number {
  const last = startsOf(calendar).findLastIndex((start) => start <= instantMs);
  return (calendar.offsets[Math.max(0, last)]?.minutes ?? 0) * 60_000;
}

const knownStarts = new WeakMap<SiteCalendar, readonly number[]>();

/** Read once for each calendar: every day that is asked for compares with dozens of them. */
function startsOf(calendar: SiteCalendar): readonly number[] {
  const known = knownStarts.get(calendar);
  if (known !== undefined) return known;
  const starts = calendar.offsets.map(({ from }) => toMs(from));
  knownStarts.set(calendar, starts);
  return starts;
}

/**
 * Days are counted from 1970-01-01, and each is named once: weeks of attendance ask for the same days at every fact.
 * A year has 365 of them, so neither list grows large.
 */
const numbers = new Map<LocalDate, number>();
const names = new Map<number, LocalDate>();

function numberOf(day: LocalDate): number {
  const known = numbers.get(day) ?? Math.round(Date.parse(`${day}T00:00:00.000Z`) / msPerDay);
  numbers.set(day, known);
  return known;
}

function nameOf(number: number): LocalDate {
  const known = names.get(number) ?? fromMs(number * msPerDay).slice(0, 10);
  names.set(number, known);
  return known;
}

/** The local day of the site on which `instant` falls. */
export function localDate(instant: Instant, calendar: SiteCalendar): LocalDate {
  const ms = toMs(instant);
  return nameOf(Math.floor((ms + offsetMsAt(ms, calendar)) / msPerDay));
}

/** The instant at which a local day of the site begins. */
export function startOfDay(day: LocalDate, calendar: SiteCalendar): Instant {
  const days = knownDays.get(calendar) ?? new Map<LocalDate, Instant>();
  knownDays.set(calendar, days);
  const start = days.get(day) ?? findStart(day, calendar);
  days.set(day, start);
  return start;
}
const knownDays = new WeakMap<SiteCalendar, Map<LocalDate, Instant>>();

function findStart(day: LocalDate, calendar: SiteCalendar): Instant {
  const wallMs = Date.parse(`${day}T00:00:00.000Z`);
  // The offset that holds at the day's start: ask at the guess, then once more at what it leads to.
  const guess = wallMs - offsetMsAt(wallMs, calendar);
  const start = fromMs(wallMs - offsetMsAt(guess, calendar));
  // Where the clocks go forward at midnight the day has none: it begins at that moment, which the guess has found.
  return localDate(start, calendar) < day ? fromMs(guess) : start;
}

/** Calendar arithmetic on local days; daylight saving plays no part in it. */
export const addDays = (day: LocalDate, days: number): LocalDate => nameOf(numberOf(day) + days);

/** Whole local days from `earlier` to `later`. */
export const daysApart = (earlier: LocalDate, later: LocalDate): number => numberOf(later) - numberOf(earlier);

/** The day of the week, 0 = Sunday. */
export const weekdayOf = (day: LocalDate): number => (((numberOf(day) + thursday) % 7) + 7) % 7;
/** 1970-01-01 was one. */
const thursday = 4;

/** The local Monday on or before a day: weeks of attendance run from Monday to Sunday. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekdayOf(day) + 6) % 7));

/** Whether the site works on that day: not on a weekday on which it is closed, a holiday, or a single closed day. */
export const isOpenOn = (day: LocalDate, { closedWeekdays, holidays, closedDays }: SiteCalendar): boolean =>
  !closedWeekdays.includes(weekdayOf(day)) && !holidays.includes(day) && !closedDays.includes(day);

/**
 * The first open day on or after a day; undefined where a whole year has none (a site that is always closed).
 * A test or an appointment is never put on a closed day.
 */
export function nextOpenDay(day: LocalDate, calendar: SiteCalendar): LocalDate | undefined {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (isOpenOn(candidate, calendar)) return candidate;
  }
  return undefined;
}
