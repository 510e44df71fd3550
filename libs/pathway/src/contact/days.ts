import { localDate, type LocalDate, type SiteCalendar } from '../calendar.ts';
import { stillStands } from '../drug-testing/answered.ts';
import type { Active } from '../journey.ts';
import { leaveAt } from '../leaves/clock.ts';
import { wasAttended } from '../sessions/attended.ts';
import { dayOf } from '../sessions/day-of.ts';

/** The local days of the present stay on which the person was seen, heard of, or missed. Each ascending. */
export interface ContactDays {
  /** A session was attended; the first is the day on which the stay began. */
  readonly attended: readonly LocalDate[];
  /** A session was missed and none attended. What was excused or cancelled says nothing; nor does an absence on leave. */
  readonly missed: readonly LocalDate[];
  /** The last day of any contact: seen, reached, tested, gone on leave or come back from it. */
  readonly lastContact: LocalDate;
}

export function contactDays(journey: Active, calendar: SiteCalendar): ContactDays {
  const known = knownDays.get(journey);
  if (known?.calendar === calendar) return known.days;
  const days = findDays(journey, calendar);
  knownDays.set(journey, { calendar, days });
  return days;
}

/** Asked for by every task about contact: a journey never changes, so its answer is kept with it. */
const knownDays = new WeakMap<Active, { readonly calendar: SiteCalendar; readonly days: ContactDays }>();

function findDays(journey: Active, calendar: SiteCalendar): ContactDays {
  const since = localDate(journey.stay.since, calendar);
  const on = (days: readonly LocalDate[]): readonly LocalDate[] =>
    [...new Set(days)].filter((day) => day >= since).toSorted();
  const attended = on([since, ...journey.sessions.filter(wasAttended).map((session) => dayOf(session, calendar))]);
  const there = new Set(attended);
  const missed = on(
    journey.sessions
      .filter(({ attendance, startedAt }) => attendance === 'missed' && leaveAt(journey, startedAt) === undefined)
      .map((session) => dayOf(session, calendar)),
  ).filter((day) => !there.has(day));
  const other = [
    ...journey.outreach.filter(({ reached }) => reached).map(({ at }) => at),
    ...journey.specimens.filter(stillStands).map(({ collectedAt }) => collectedAt),
    ...journey.therapistMeetings.map(({ heldAt }) => heldAt),
    ...journey.leaves.flatMap(({ startedAt, ended }) =>
      ended?.cause === 'returned' ? [startedAt, ended.at] : startedAt,
    ),
  ].map((at) => localDate(at, calendar));
  return { attended, missed, lastContact: [...attended, ...other].reduce((last, day) => (day > last ? day : last)) };
}
