import { addDays, isOpenOn, weekdayOf, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { ExtraTestDay } from '../programme/drug-test-plan.ts';

/**
 * What an open day is the first one after: a weekend, a holiday, a payday. Use is likelier then, so a further test may
 * be drawn (clinical-reference §3). A return from a short leave is tested by itself, within a day.
 */
export function firstOpenDayAfter(
  day: LocalDate,
  calendar: SiteCalendar,
  paydays: readonly number[],
): readonly ExtraTestDay[] {
  const since = daysSinceLastOpen(day, calendar);
  const [saturday, sunday] = [6, 0];
  const isWeekend = (one: LocalDate): boolean => [saturday, sunday].includes(weekdayOf(one));
  const after: Readonly<Record<ExtraTestDay, boolean>> = {
    holiday: since.some((one) => calendar.holidays.includes(one)),
    weekend: !isWeekend(day) && since.some(isWeekend),
    payday: since.some((one) => paydays.includes(Number(one.slice(8)))),
    pass: false,
  };
  return (['holiday', 'weekend', 'payday'] as const).filter((one) => after[one]);
}

/** The last open day before this one, and the closed days between. */
function daysSinceLastOpen(day: LocalDate, calendar: SiteCalendar): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let back = 1; back <= 14; back += 1) {
    const before = addDays(day, -back);
    days.push(before);
    if (isOpenOn(before, calendar)) break;
  }
  return days;
}
