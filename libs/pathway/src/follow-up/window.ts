import { addDays, localDate, startOfDay, type SiteCalendar } from '../calendar.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';

/** When a point of follow-up may be met. It never pauses (pathway §2), and its days are the site's. */
export interface FollowUpWindow {
  readonly opensAt: Instant;
  /** The end of the day itself. */
  readonly dueAt: Instant;
  readonly closesAt: Instant;
}

export function followUpWindow(
  dischargedAt: Instant,
  point: number,
  { followUp }: Programme,
  calendar: SiteCalendar,
): FollowUpWindow {
  const start = (days: number): Instant => startOfDay(addDays(localDate(dischargedAt, calendar), days), calendar);
  return {
    opensAt: start(point - followUp.windowDays),
    dueAt: start(point + 1),
    closesAt: start(point + followUp.windowDays + 1),
  };
}
