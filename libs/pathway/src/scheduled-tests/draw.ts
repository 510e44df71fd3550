import { addDays, isOpenOn, nextOpenDay, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { DrugTestPlan, ExtraTestDay, RandomInterval } from '../programme/drug-test-plan.ts';
import type { SchedulingRules } from '../programme/drug-testing.ts';
import { chance, wholeNumber } from './chance.ts';
import { firstOpenDayAfter } from './special-days.ts';

export interface Drawing {
  /** By which chance is drawn: the episode and the number of the test. */
  readonly seed: readonly (string | number)[];
  /** The day of the test before, of the admission, or of the return from leave. */
  readonly from: LocalDate;
  /** Not before this day: it must still be possible to ask the person. */
  readonly notBefore: LocalDate;
  readonly interval: Omit<RandomInterval, 'fromWeek'>;
  readonly extraAfter: DrugTestPlan['extraAfter'];
}

export interface Drawn {
  readonly day: LocalDate;
  /** A further test for such a day, before the one that the interval alone would have given. */
  readonly after?: ExtraTestDay;
}

/**
 * The day of the next random test: drawn within the bounds of the interval, sooner where a day after a weekend, a holiday
 * or a payday is drawn, and never on a day on which the site is closed. Where all days within the bounds are closed, the
 * first open one after them; undefined where the site never opens.
 */
export function drawDay(drawing: Drawing, calendar: SiteCalendar, rules: SchedulingRules): Drawn | undefined {
  const { seed, from, notBefore, interval, extraAfter } = drawing;
  // Never twice on a day, whatever the interval says.
  const earliest = later(addDays(from, Math.max(1, interval.minimumDays)), notBefore);
  const latest = later(addDays(from, interval.maximumDays), notBefore);
  const day = openDay(addDays(from, daysAhead(interval, seed)), earliest, latest, calendar);
  if (day === undefined) return undefined;
  for (let sooner = earliest; sooner < day; sooner = addDays(sooner, 1)) {
    if (!isOpenOn(sooner, calendar)) continue;
    const after = firstOpenDayAfter(sooner, calendar, rules.paydays).find((one) => extraAfter.includes(one));
    if (after !== undefined && chance(...seed, after, sooner) * 100 < rules.extraPercent) return { day: sooner, after };
  }
  return { day };
}

/** Days to the next test: evenly up to the mean or evenly above it, so often each that the mean comes out. */
function daysAhead({ minimumDays, meanDays, maximumDays }: Drawing['interval'], seed: Drawing['seed']): number {
  const mean = Math.min(Math.round(meanDays), maximumDays);
  const upToMean = mean === maximumDays ? 1 : (maximumDays + 1 - mean) / (maximumDays + 1 - minimumDays);
  const days = chance(...seed, 'days');
  return chance(...seed, 'side') < upToMean
    ? wholeNumber(minimumDays, mean, days)
    : wholeNumber(mean + 1, maximumDays, days);
}

/** The drawn day if the site is open, else the next open one within the bounds, else the one before, else any after. */
function openDay(
  drawn: LocalDate,
  earliest: LocalDate,
  latest: LocalDate,
  calendar: SiteCalendar,
): LocalDate | undefined {
  const wanted = drawn < earliest ? earliest : drawn;
  for (let day = wanted; day <= latest; day = addDays(day, 1)) if (isOpenOn(day, calendar)) return day;
  for (let day = wanted; day >= earliest; day = addDays(day, -1)) if (isOpenOn(day, calendar)) return day;
  return nextOpenDay(latest, calendar);
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
