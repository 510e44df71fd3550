import {
  addDays,
  daysApart,
  localDate,
  mondayOf,
  startOfDay,
  type Instant,
  type LocalDate,
  type SiteCalendar,
} from '@stepway/pathway';
import type { PublishedProgrammes } from '@stepway/platform';
import type { CensusDay } from '@stepway/read-models';
import { invalid } from '../http/problem.ts';

type Programmes = Pick<PublishedProgrammes, 'all' | 'sites' | 'site' | 'newest'>;

interface Asked {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly site?: string | undefined;
  readonly now: Instant;
  /** From a Monday to a Sunday: of two such periods the difference is a week of care at least. */
  readonly wholeWeeks?: boolean;
}

/** Half a year is looked at where nobody says otherwise. */
const usualDays = 26 * 7;
/** A picture has no more points than eyes can tell apart. */
const mostDays = 90;

/** The period in days and instants of the site that is asked for, else of the first one. @throws ProblemError 400 */
export function periodOf(programmes: Programmes, { from, to, site, now, wholeWeeks = false }: Asked) {
  const calendar = calendarOf(programmes, site);
  const today = localDate(now, calendar);
  const asked = to ?? today;
  const since = from ?? addDays(asked, 1 - usualDays);
  const sunday = addDays(mondayOf(asked), 6);
  // The present week ends today: what comes is not there to be told of.
  const last = wholeWeeks && asked < today ? (sunday < today ? sunday : today) : asked;
  const first = wholeWeeks ? mondayOf(since) : since;
  if (asked < since) throw invalid([{ pointer: 'query:to', message: 'not before `from`' }]);
  return { from: first, to: last, begins: startOfDay(first, calendar), ends: startOfDay(addDays(last, 1), calendar) };
}

/** The days of a census: every so many, backwards from the last one, which today has not ended yet. */
export function censusDays(
  programmes: Programmes,
  { from, to, site, now }: Asked & { readonly from: LocalDate; readonly to: LocalDate },
): readonly CensusDay[] {
  const calendar = calendarOf(programmes, site);
  const today = localDate(now, calendar);
  const last = to < today ? to : today;
  const span = Math.max(0, daysApart(from, last));
  const step = Math.max(1, Math.ceil(span / mostDays));
  const days: CensusDay[] = [];
  for (let back = 0; back <= span; back += step) {
    const day = addDays(last, -back);
    const ends = startOfDay(addDays(day, 1), calendar);
    days.unshift({ day, ends: ends < now ? ends : now });
  }
  return days;
}

function calendarOf({ sites, site }: Programmes, siteId: string | undefined): SiteCalendar {
  const calendar = siteId === undefined ? sites[0] : site(siteId);
  if (calendar === undefined) throw invalid([{ pointer: 'query:site', message: 'There is no such site' }]);
  return calendar;
}

/** What people are told beforehand of a level's stay, by the newest version of the programme. */
export function expectedStay(
  programmes: Programmes,
  programme: string | undefined,
): (level: string) => { readonly minimum: number; readonly maximum: number } | undefined {
  const levels = programme === undefined ? undefined : programmes.newest(programme)?.levels;
  return (level: string) => levels?.[level]?.stayDays.expected;
}

/** Levels at which people live, of any programme. */
export const levelsLivedAt = ({ all }: Programmes): readonly string[] => [
  ...new Set(
    all.flatMap(({ levels }) =>
      Object.values(levels).flatMap(({ id, schedule }) => (schedule.roundTheClock ? [id] : [])),
    ),
  ),
];
