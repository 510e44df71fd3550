import { addDays, localDate, mondayOf, startOfDay } from '../../calendar.ts';
import { awayDays } from '../../leaves/clock.ts';
import { met, notKnown, notMet, type Guard } from './facts.ts';

/**
 * Hours of treatment attended in the last whole week of the site, Monday to Sunday, against the least that the
 * level asks for: less for each day on leave. Not known while the stay has no whole week behind it, or no treatment session was ever recorded.
 */
export const attendanceInLastFullWeek: Guard = {
  rule: 'attendance-in-last-full-week',
  waitsFor: 'the hours of a whole week',
  look: ({ journey, level, programme, calendar }, at) => {
    const least = level.hoursPerWeek[journey.ageGroup].minimum;
    if (least === undefined || least === 0) return met('no minimum at this level');

    const { since } = journey.stay;
    const monday = mondayOf(localDate(at, calendar));
    const [from, until] = [startOfDay(addDays(monday, -7), calendar), startOfDay(monday, calendar)];
    if (since > from) return notKnown('no whole week at this level yet');

    const away = awayDays(journey, addDays(monday, -7), monday, calendar);
    if (away === 7) return notKnown('on leave the whole week');
    const asked = (least * (7 - away)) / 7;

    const ofStay = journey.sessions.filter(
      (session) => session.startedAt >= since && programme.treatmentSessions.includes(session.sessionType),
    );
    if (ofStay.length === 0) return notKnown('no treatment session recorded');
    const minutes = ofStay
      .filter(({ startedAt }) => startedAt >= from && startedAt < until)
      .filter(({ attendance }) => attendance === 'attended' || attendance === 'late')
      .reduce((sum, session) => sum + session.minutes, 0);
    const leave = away === 0 ? '' : `, ${away} days of it on leave`;
    const saw = `${(minutes / 60).toFixed(1)} h of at least ${Number(asked.toFixed(1))} h in the week before${leave}`;
    return minutes >= asked * 60 ? met(saw) : notMet(saw);
  },
  matures: ({ calendar }, after) => {
    const monday = mondayOf(localDate(after, calendar));
    // Sessions lie in the past or, by a clock's error, minutes ahead: after three weeks attendance says the same for ever.
    return [7, 14, 21].map((days) => startOfDay(addDays(monday, days), calendar));
  },
};
