import { addDays, localDate, mondayOf, startOfDay, type LocalDate } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { sameContent } from '../same-content.ts';
import type { Instant } from '../time.ts';
import { attendanceReviewOwed } from './review.ts';
import type { AttendanceWeek, WeekFigures } from './state.ts';
import { weeksOf, type AttendanceRules, type Week } from './week.ts';

/** Beyond so many weeks in which nobody is expected, the next fact is waited for. */
const weeksLookedAhead = 53;

/**
 * Each local week that is measured is closed when it has ended, once; again with the right figures when a fact of it
 * becomes known later. Weeks below the minimum ask for a review.
 */
export const attendanceOwed = (journey: OpenedJourney, context: Context): readonly Owed[] => [
  ...weeksToClose(journey, context),
  ...attendanceReviewOwed(journey, context),
];

function weeksToClose(journey: OpenedJourney, rules: AttendanceRules): readonly Owed[] {
  const [admission] = journey.stays;
  if (admission === undefined || (journey.sessions.length === 0 && journey.attendanceWeeks.length === 0)) return [];
  const weekOf = weeksOf(journey, rules);
  const closed = new Map(journey.attendanceWeeks.map((week) => [week.weekOf, week]));
  const thisWeek = mondayOf(localDate(journey.recordedAt, rules.calendar));
  const owed: Owed[] = [];
  const first = mondayOf(localDate(admission.since, rules.calendar));
  for (let monday = first; monday < thisWeek; monday = addDays(monday, 7))
    owed.push(...closing(journey, weekOf(monday), closed.get(monday), rules));
  const next = journey.status === 'active' ? nextMeasured(thisWeek, weekOf, closed) : undefined;
  return next === undefined ? owed : [...owed, ...closing(journey, next, undefined, rules)];
}

/** The next week that will have to be closed, as far as is known now. */
function nextMeasured(
  from: LocalDate,
  weekOf: (monday: LocalDate) => Week,
  closed: ReadonlyMap<LocalDate, AttendanceWeek>,
): Week | undefined {
  for (let ahead = 0; ahead < weeksLookedAhead; ahead += 1) {
    const week = weekOf(addDays(from, 7 * ahead));
    if (week.unmeasured === 'no-minimum' || week.unmeasured === 'no-session-recorded') return undefined;
    if (week.unmeasured === undefined && !closed.has(week.weekOf)) return week;
  }
  return undefined;
}

function closing(
  journey: OpenedJourney,
  { unmeasured, ...seen }: Week,
  known: AttendanceWeek | undefined,
  { calendar }: AttendanceRules,
): readonly Owed[] {
  if (known === undefined && unmeasured !== undefined) return [];
  const endedAt = startOfDay(addDays(seen.weekOf, 7), calendar);
  const byEarlierVersion = endedAt <= (journey.programmeSince ?? '');
  // What a version of the programme said of a week, it said; a later one asks nothing of the time before it.
  if (byEarlierVersion && known === undefined) return [];
  // Its level stays said, also when it turned out that the person was at none.
  const told = { ...seen, level: seen.level || (known?.level ?? '') };
  const figures = byEarlierVersion && known ? measuredAsBefore(told, known) : told;
  if (known !== undefined && sameContent(figures, figuresOf(known))) return [];

  const at = known === undefined ? endedAt : journey.recordedAt;
  const data = { ...figures, ...(known && { replaces: known.eventId }) };
  const occurredAt = (now: Instant): Instant => (known === undefined ? endedAt : now);
  return [
    {
      at,
      cause: known === undefined ? 'weekly-hours' : 'now',
      subject: figures.weekOf,
      together: true,
      make: ({ now }) => [{ type: 'AttendanceWeekClosed', occurredAt: occurredAt(now), data }],
    },
  ];
}

/** What was attended may become known later; what was asked for was asked by the version of that time. */
function measuredAsBefore(
  { minimumMinutes: _now, ...told }: WeekFigures,
  { expectedDays, minimumMinutes }: AttendanceWeek,
): WeekFigures {
  return { ...told, expectedDays, ...(minimumMinutes !== undefined && { minimumMinutes }) };
}

function figuresOf({ recordedAt: _r, eventId: _e, ...figures }: AttendanceWeek): WeekFigures {
  return figures;
}
