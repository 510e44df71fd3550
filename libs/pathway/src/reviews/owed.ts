import { localDate, type SiteCalendar } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import { afterInCareDays, inCareDays } from '../leaves/clock.ts';
import type { Owed } from '../owed.ts';
import { openTask, openTasks } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { plusHours, type Instant } from '../time.ts';
import { levelOf } from '../transitions/level-of.ts';

const kind = 'stay-review';

/**
 * The stay is reviewed in the interval of its level, which stands still while the person is away. Durations are review
 * dates: goals and dimensions decide, and the ASAM Criteria know no fixed length of stay (clinical-reference §7, error
 * 13). After a stop each review that was due is said at its own moment; one task covers them.
 */
export function reviewsOwed(journey: OpenedJourney, { programme, calendar }: Context): readonly Owed[] {
  if (journey.status !== 'active') return [];
  const { stay } = journey;
  const interval = levelOf(programme, stay.level).stayDays.review;
  if (interval <= 0) return [];
  const last = journey.reviews.findLast(({ at }) => at >= stay.since)?.at ?? stay.since;
  const at = afterInCareDays(journey, last, interval, calendar);
  if (at === undefined) return [];
  const make = (context: Context): readonly NewEvent[] => {
    const said = due(journey, at, interval, context).map((moment) => reviewDue(journey, moment, calendar));
    return [...said, ...ask(journey, `${stay.level}.${localDate(at, calendar)}`, context)];
  };
  return [{ at, cause: 'review-due', subject: stay.level, make }];
}

/** The first moment, and those after it that have come as well. */
function due(journey: Active, first: Instant, interval: number, { now, calendar }: Context): readonly Instant[] {
  const moments = [first];
  for (;;) {
    const next = afterInCareDays(journey, moments.at(-1) ?? first, interval, calendar);
    if (next === undefined || next > now) return moments;
    moments.push(next);
  }
}

const reviewDue = (journey: Active, at: Instant, calendar: SiteCalendar): NewEvent => ({
  type: 'ReviewDue',
  occurredAt: at,
  data: { level: journey.stay.level, inCareDays: inCareDays(journey, journey.stay.since, at, calendar) },
});

function ask(journey: Active, subject: string, { now, programme }: Context): readonly NewEvent[] {
  if (openTasks(journey, kind).length > 0) return [];
  const dueAt = plusHours(now, programme.deadlines.reviewHours);
  return [openTask(journey, { kind, role: 'therapist', subject, dueAt }, now)];
}

/** Somebody says that the stay was looked at, or assesses all dimensions; at another level it is asked anew. */
export function stayReviewSettled(journey: OpenedJourney, { openedAt, subject }: Task): TaskEnd | undefined {
  if (journey.status !== 'active' || !subject.startsWith(`${journey.stay.level}.`)) return 'cancelled';
  const { since } = journey.stay;
  const assessed = journey.assessments.some(
    ({ recordedAt, assessedAt }) => recordedAt >= openedAt && assessedAt >= since,
  );
  return assessed ? 'completed' : undefined;
}
