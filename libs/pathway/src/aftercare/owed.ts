import { startOfDay, type SiteCalendar } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { OpenedJourney } from '../journey.ts';
import { openLeave } from '../leaves/clock.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { plusHours } from '../time.ts';
import { levelOf } from '../transitions/level-of.ts';
import { checkUpsOf, nextCheckUpOn } from './check-ups.ts';

const kind = 'check-up';

/**
 * A check-up is asked for when its day has come: continuing care works by reaching out actively
 * (clinical-reference §4, McKay 2021). Nobody is called about it while they are known to be away.
 */
export function checkUpsOwed(journey: OpenedJourney, { programme, calendar }: Context): readonly Owed[] {
  if (journey.status !== 'active' || openLeave(journey) !== undefined) return [];
  const day = nextCheckUpOn(journey, levelOf(programme, journey.stay.level), calendar);
  if (day === undefined || !notAsked(journey, kind, day)) return [];
  return [
    {
      at: startOfDay(day, calendar),
      cause: 'check-up',
      subject: day,
      make: ({ now }) => {
        const dueAt = plusHours(now, programme.deadlines.newAppointmentHours.other);
        return [openTask(journey, { kind, role: 'coordinator', subject: day, dueAt }, now)];
      },
    },
  ];
}

/** A check-up that took place answers it; another plan, level or leave makes it moot. */
export function checkUpSettled(
  journey: OpenedJourney,
  { subject, openedAt }: Task,
  { programme, calendar }: { readonly programme: Programme; readonly calendar: SiteCalendar },
): TaskEnd | undefined {
  if (journey.status !== 'active') return 'cancelled';
  if (checkUpsOf(journey, calendar).some(({ recordedAt }) => recordedAt >= openedAt)) return 'completed';
  const due = nextCheckUpOn(journey, levelOf(programme, journey.stay.level), calendar);
  return due === subject && openLeave(journey) === undefined ? undefined : 'cancelled';
}
