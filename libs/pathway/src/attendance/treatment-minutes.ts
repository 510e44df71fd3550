import { mondayOf, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Programme } from '../programme/programme.ts';
import { wasAttended } from '../sessions/attended.ts';
import { dayOf } from '../sessions/day-of.ts';
import type { Session } from '../sessions/state.ts';

interface Minutes {
  readonly attendedMinutes: number;
  readonly scheduledMinutes: number;
}

export interface Treatment {
  /** By the Monday of the week. */
  readonly weeks: ReadonlyMap<LocalDate, Minutes>;
  /** Days on which a session was recorded, attended or not, ascending. */
  readonly days: readonly LocalDate[];
}

export const noMinutes: Minutes = { attendedMinutes: 0, scheduledMinutes: 0 };

/**
 * Minutes of treatment by local week of the site: an evening session counts for the day on the wall there, whatever
 * UTC says. Only kinds of sessions that the programme counts; only what was attended is treatment received.
 */
export function treatmentOf(
  sessions: readonly Session[],
  { programme, calendar }: { readonly programme: Programme; readonly calendar: SiteCalendar },
): Treatment {
  const weeks = new Map<LocalDate, Minutes>();
  const days = new Set<LocalDate>();
  for (const session of sessions) {
    if (!programme.treatmentSessions.includes(session.sessionType)) continue;
    const day = dayOf(session, calendar);
    const monday = mondayOf(day);
    const { attendedMinutes, scheduledMinutes } = weeks.get(monday) ?? noMinutes;
    weeks.set(monday, {
      attendedMinutes: attendedMinutes + (wasAttended(session) ? session.minutes : 0),
      scheduledMinutes: scheduledMinutes + (session.attendance === 'cancelled-by-site' ? 0 : session.minutes),
    });
    days.add(day);
  }
  return { weeks, days: [...days].toSorted() };
}
