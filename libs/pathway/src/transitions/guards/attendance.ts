import { addDays, localDate, mondayOf, startOfDay, type LocalDate } from '../../calendar.ts';
import { weeksOf, type Unmeasured, type Week } from '../../attendance/week.ts';
import { ageGroupAt } from '../../person/age.ts';
import { met, notKnown, notMet, type Guard, type GuardFacts, type Seen } from './facts.ts';

/**
 * Hours of treatment attended in the last whole week of the site, Monday to Sunday, against the least that the level
 * asks for: the same figures as those by which weeks are closed. A week in which nobody was expected is passed over.
 * Not known while the stay has no whole week behind it, or no treatment session was recorded by then.
 */
export const attendanceInLastFullWeek: Guard = {
  rule: 'attendance-in-last-full-week',
  waitsFor: 'the hours of a whole week',
  mayBeUnknown: true,
  look: (facts, at) => {
    const monday = mondayOf(localDate(at, facts.calendar));
    if (asksForNoHours(facts, monday)) return whyNot['no-minimum'];
    const week = lastWithSomeoneExpected(facts, addDays(monday, -7));
    if (week.unmeasured !== undefined) return whyNot[week.unmeasured];
    const least = week.minimumMinutes ?? 0;
    const lessFor = week.expectedDays < 7 ? `, ${week.expectedDays} days of care counted` : '';
    const saw = `${hours(week.attendedMinutes)} of at least ${hours(least)} in the week before${lessFor}`;
    return week.attendedMinutes >= least ? met(saw) : notMet(saw);
  },
  matures: ({ calendar }, after) => {
    const monday = mondayOf(localDate(after, calendar));
    // Sessions lie in the past or, by a clock's error, minutes ahead: after three weeks attendance says the same for ever.
    return [7, 14, 21].map((days) => startOfDay(addDays(monday, days), calendar));
  },
};

const whyNot: Readonly<Record<Unmeasured, Seen>> = {
  'no-minimum': met('no minimum at this level'),
  'no-stay': notKnown('no whole week at this level yet'),
  'part-week': notKnown('no whole week at this level yet'),
  'no-session-recorded': notKnown('no treatment session recorded'),
  'nobody-expected': notKnown('not expected in any week yet'),
};

/** Withdrawal management is over in days: who is ready to leave such a level does not wait for a whole week there. */
const asksForNoHours = ({ journey, level, calendar }: GuardFacts, monday: LocalDate): boolean =>
  (level.hoursPerWeek[ageGroupAt(journey, startOfDay(monday, calendar), calendar)].minimum ?? 0) === 0;

function lastWithSomeoneExpected({ journey, programme, calendar }: GuardFacts, lastWeek: LocalDate): Week {
  const weekOf = weeksOf(journey, { programme, calendar });
  const since = localDate(journey.stay.since, calendar);
  let week = weekOf(lastWeek);
  while (week.unmeasured === 'nobody-expected' && week.weekOf > since) week = weekOf(addDays(week.weekOf, -7));
  return week;
}

const hours = (minutes: number): string => `${(minutes / 60).toFixed(1)} h`;
