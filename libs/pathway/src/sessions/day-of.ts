import { localDate, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Session } from './state.ts';

/** The local day of a session. A session never changes and is asked for at every later fact: its day is kept with it. */
export function dayOf(session: Session, calendar: SiteCalendar): LocalDate {
  const known = knownDays.get(session);
  if (known?.calendar === calendar) return known.day;
  const day = localDate(session.startedAt, calendar);
  knownDays.set(session, { calendar, day });
  return day;
}
const knownDays = new WeakMap<Session, { readonly calendar: SiteCalendar; readonly day: LocalDate }>();
