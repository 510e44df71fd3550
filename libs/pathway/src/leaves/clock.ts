import { addDays, daysApart, localDate, startOfDay, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Instant } from '../time.ts';
import type { Leave, LeavesState } from './state.ts';

/*
 * Clocks that pause (pathway §2): expected and minimum stay, review interval, weekly hours and missed contact stand
 * still on days that a person spends wholly on leave, in hospital or in jail. All other clocks go on: detection
 * windows, look-back, waiting list, consent expiry, follow-up, hand-off and safety tasks ask nothing of this file.
 */

/** When a leave ended, as far as is known: at the latest when the next one began. */
export function endOfLeave(leave: Leave, { leaves }: LeavesState): Instant | undefined {
  const next = leaves[leaves.indexOf(leave) + 1];
  return leave.ended?.at ?? next?.startedAt;
}

/** The leave on which the person was at that moment. */
export const leaveAt = (journey: LeavesState, at: Instant): Leave | undefined =>
  journey.leaves.find((leave) => leave.startedAt <= at && at < (endOfLeave(leave, journey) ?? '~'));

/** The leave from which no return is known. */
export const openLeave = (journey: LeavesState): Leave | undefined =>
  journey.leaves.find((leave) => endOfLeave(leave, journey) === undefined);

/** Whether the person was away for the whole of a local day. */
export const awayAllDay = (journey: LeavesState, day: LocalDate, calendar: SiteCalendar): boolean =>
  journey.leaves.length > 0 && standsStill(journey, calendar)(day);

/** Local days wholly away, `from` included, `until` not. */
export function awayDays(journey: LeavesState, from: LocalDate, until: LocalDate, calendar: SiteCalendar): number {
  if (journey.leaves.length === 0) return 0;
  const away = standsStill(journey, calendar);
  return Array.from({ length: Math.max(0, daysApart(from, until)) }, (_, index) => addDays(from, index)).filter(away)
    .length;
}

/** Local days from one moment to a later one on which the clock of care did not stand still. */
export function inCareDays(journey: LeavesState, from: Instant, until: Instant, calendar: SiteCalendar): number {
  const [first, last] = [localDate(from, calendar), localDate(until, calendar)];
  return daysApart(first, last) - awayDays(journey, first, last, calendar);
}

/**
 * The moment at which so many in-care days have passed since `from`: the start of a local day. Undefined while a
 * leave is open that keeps it from coming: the clock stands still until the return is known.
 */
export function afterInCareDays(
  journey: LeavesState,
  from: Instant,
  days: number,
  calendar: SiteCalendar,
): Instant | undefined {
  if (journey.leaves.length === 0) return startOfDay(addDays(localDate(from, calendar), days), calendar);
  const away = standsStill(journey, calendar);
  const open = openLeave(journey);
  const stopsOn = open && addDays(localDate(open.startedAt, calendar), 1);
  let day = localDate(from, calendar);
  for (let left = days; left > 0; day = addDays(day, 1)) {
    if (stopsOn !== undefined && day >= stopsOn) return undefined;
    if (!away(day)) left -= 1;
  }
  return startOfDay(day, calendar);
}

function standsStill(journey: LeavesState, calendar: SiteCalendar): (day: LocalDate) => boolean {
  const spans = journey.leaves.map((leave) => ({ from: leave.startedAt, until: endOfLeave(leave, journey) ?? '~' }));
  return (day) => {
    const [begins, ends] = [startOfDay(day, calendar), startOfDay(addDays(day, 1), calendar)];
    return spans.some(({ from, until }) => from <= begins && ends <= until);
  };
}
