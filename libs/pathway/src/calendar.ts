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
}

function offsetMsAt(instantMs: number, calendar: SiteCalendar): number {
  const starts = startsOf(calendar);
  let minutes = calendar.offsets[0]?.minutes ?? 0;
  for (const [index, offset] of calendar.offsets.entries()) {
    if ((starts[index] ?? Infinity) > instantMs) break;
    minutes = offset.minutes;
  }
  return minutes * 60_000;
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

/** The local day of the site on which `instant` falls. */
export function localDate(instant: Instant, calendar: SiteCalendar): LocalDate {
  const ms = toMs(instant);
  return fromMs(ms + offsetMsAt(ms, calendar)).slice(0, 10);
}

/** The instant at which a local day of the site begins. */
export function startOfDay(day: LocalDate, calendar: SiteCalendar): Instant {
  const wallMs = Date.parse(`${day}T00:00:00.000Z`);
  // The offset that holds at the day's start: ask at the guess, then once more at what it leads to.
  const guess = wallMs - offsetMsAt(wallMs, calendar);
  const start = fromMs(wallMs - offsetMsAt(guess, calendar));
  // Where the clocks go forward at midnight the day has none: it begins at that moment, which the guess has found.
  return localDate(start, calendar) < day ? fromMs(guess) : start;
}

/** Calendar arithmetic on local days; daylight saving plays no part in it. */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  fromMs(Date.parse(`${day}T00:00:00.000Z`) + days * msPerDay).slice(0, 10);

/** Whole local days from `earlier` to `later`. */
export const daysApart = (earlier: LocalDate, later: LocalDate): number =>
  Math.round((Date.parse(`${later}T00:00:00.000Z`) - Date.parse(`${earlier}T00:00:00.000Z`)) / msPerDay);

/** The day of the week, 0 = Sunday. */
export const weekdayOf = (day: LocalDate): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

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
