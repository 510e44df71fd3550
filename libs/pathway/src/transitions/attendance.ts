import { addDays, localDate, mondayOf, startOfDay } from '../calendar.ts';
import type { RuleTried } from '../rule-tried.ts';
import type { Instant } from '../time.ts';
import type { GuardFacts } from './guard-facts.ts';

/**
 * Hours of treatment attended in the last whole week of the site, Monday to Sunday, against the least that the
 * level asks for. Not known while the stay has no whole week behind it, or no treatment session was ever recorded.
 */
export function attendanceInLastFullWeek(
  { journey, level, programme, calendar }: GuardFacts,
  at: Instant,
): Omit<RuleTried, 'rule'> {
  const least = level.hoursPerWeek[journey.ageGroup].minimum;
  if (least === undefined || least === 0) return { held: true, saw: 'no minimum at this level' };

  const { since } = journey.stay;
  const monday = mondayOf(localDate(at, calendar));
  const [from, until] = [startOfDay(addDays(monday, -7), calendar), startOfDay(monday, calendar)];
  if (since > from) return { held: 'unknown', saw: 'no whole week at this level yet' };

  const ofStay = journey.sessions.filter(
    (session) => session.startedAt >= since && programme.treatmentSessions.includes(session.sessionType),
  );
  if (ofStay.length === 0) return { held: 'unknown', saw: 'no treatment session recorded' };
  const minutes = ofStay
    .filter(({ startedAt }) => startedAt >= from && startedAt < until)
    .filter(({ attendance }) => attendance === 'attended' || attendance === 'late')
    .reduce((sum, session) => sum + session.minutes, 0);
  return { held: minutes >= least * 60, saw: `${(minutes / 60).toFixed(1)} h of at least ${least} h` };
}
