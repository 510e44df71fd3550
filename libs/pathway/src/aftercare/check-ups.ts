import { addDays, daysApart, localDate, nextOpenDay, type LocalDate, type SiteCalendar } from '../calendar.ts';
import type { Active } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import { wasAttended } from '../sessions/attended.ts';
import { dayOf } from '../sessions/day-of.ts';
import type { Session } from '../sessions/state.ts';

/** Check-ups of the present stay that took place, in person or by telephone, as they were told. */
export const checkUpsOf = (journey: Active, calendar: SiteCalendar): readonly Session[] => {
  const since = localDate(journey.stay.since, calendar);
  return journey.sessions.filter(
    (session) =>
      (session.sessionType === 'check-up' || session.sessionType === 'telephone-check-up') &&
      wasAttended(session) &&
      dayOf(session, calendar) >= since,
  );
};

/**
 * The open day of the site on which the next check-up is due: so long after the last one, or the beginning of
 * the stay, as the week of the stay asks for (weekly, then monthly, then quarterly; the figures are the level's), or
 * as often as the person's own plan says. Undefined at a level without check-ups.
 */
export function nextCheckUpOn(journey: Active, level: Level, calendar: SiteCalendar): LocalDate | undefined {
  const since = localDate(journey.stay.since, calendar);
  const last = checkUpsOf(journey, calendar)
    .map((session) => dayOf(session, calendar))
    .reduce(laterDay, since);
  const week = Math.floor(daysApart(since, last) / 7);
  const everyDays = plannedEveryDays(journey) ?? level.checkUps.findLast(({ fromWeek }) => fromWeek <= week)?.everyDays;
  if (level.checkUps.length === 0 || everyDays === undefined) return undefined;
  return nextOpenDay(addDays(last, everyDays), calendar);
}

const plannedEveryDays = ({ aftercarePlans }: Active): number | undefined =>
  aftercarePlans.at(-1)?.parts.find(({ part }) => part === 'telephone-check-ups')?.everyDays;

const laterDay = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
