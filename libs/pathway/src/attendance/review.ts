import { addDays, localDate, mondayOf, startOfDay } from '../calendar.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { notAsked, openTask, openTasks } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { laterOf, plusHours, type Instant } from '../time.ts';
import type { AttendanceWeek } from './state.ts';
import type { AttendanceRules } from './week.ts';

const kind = 'attendance-review';

/**
 * Weeks in a row below the minimum ask for a review: less support, what stands in the way, or engagement
 * (clinical-reference §7, error 20). While one is open, or for weeks that one has looked at, nothing is asked anew.
 */
export function attendanceReviewOwed(journey: OpenedJourney, rules: AttendanceRules): readonly Owed[] {
  const week = weeksThatAsk(journey, rules).at(-1);
  if (week === undefined || openTasks(journey, kind).length > 0 || !notAsked(journey, kind, week.weekOf)) return [];
  const { weekOf, recordedAt, eventId } = week;
  return [
    {
      at: recordedAt,
      cause: 'weekly-hours',
      subject: weekOf,
      make: ({ now, programme }) => {
        const dueAt = plusHours(now, programme.deadlines.reviewHours);
        return [{ ...openTask(journey, { kind, role: 'therapist', subject: weekOf, dueAt }, now), causedBy: eventId }];
      },
    },
  ];
}

/** A person answers it; moot when the figures turn out to be others, or the person is at another level. */
export const attendanceReviewSettled = (
  journey: OpenedJourney,
  { subject }: Task,
  rules: AttendanceRules,
): TaskEnd | undefined =>
  weeksThatAsk(journey, rules).some(({ weekOf }) => weekOf === subject) ? undefined : 'cancelled';

/**
 * The week that fills each row of weeks below the minimum at the present stay. Counting begins anew after it, and
 * after a review. Weeks in which nobody was expected stand still: they neither count nor end a row.
 */
function weeksThatAsk(journey: OpenedJourney, { programme, calendar }: AttendanceRules): readonly AttendanceWeek[] {
  if (journey.status !== 'active') return [];
  const since = mondayOf(localDate(journey.stay.since, calendar));
  const reviewedAt = lastReviewedAt(journey);
  const asking: AttendanceWeek[] = [];
  let below = 0;
  for (const week of journey.attendanceWeeks) {
    const { weekOf, level, minimumMinutes, attendedMinutes } = week;
    if (weekOf < since || level !== journey.stay.level || minimumMinutes === undefined) continue;
    if (startOfDay(addDays(weekOf, 7), calendar) <= reviewedAt) continue;
    below = attendedMinutes < minimumMinutes ? below + 1 : 0;
    if (below < programme.attendance.weeksBelowMinimum) continue;
    asking.push(week);
    below = 0;
  }
  return asking;
}

const lastReviewedAt = ({ tasks }: OpenedJourney): Instant =>
  tasks
    .filter((task) => task.kind === kind && task.state === 'completed')
    .flatMap(({ endedAt }) => endedAt ?? [])
    .reduce(laterOf, '');
