import type { Context } from '../decision.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import { moudTaken } from '../medications/explains.ts';
import type { StartedTransition } from './state.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { notAsked, openTask } from '../tasks/open.ts';
import { earlierOf, plusHours } from '../time.ts';
import type { TaskKind } from '../vocabulary.ts';
import { levelOf } from './level-of.ts';
import { notMadeOwed } from './not-made-owed.ts';

/** The task of a move, of each new attempt after an appointment that was not attended. */
export const attempt = ({ transitionId, missed }: Pick<StartedTransition, 'transitionId' | 'missed'>): string =>
  missed === 0 ? transitionId : `${transitionId}.again-${missed}`;

/** The appointment of a move, by its moment: another time is another appointment. */
export const appointmentOf = ({ transitionId, appointmentAt }: StartedTransition): string | undefined =>
  appointmentAt && `${transitionId}.at-${appointmentAt}`;

/**
 * From one level to the next (pathway §8): an appointment is asked for, outreach follows one that was not attended,
 * the second such time and a deadline that passed go to somebody above. The move itself stays open.
 */
export function handOffsOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  if (journey.status !== 'active') return [];
  return [
    ...notMadeOwed(journey),
    ...(journey.transition?.state === 'started' && journey.transition.waitingSince === undefined
      ? startedOwed(journey, journey.transition, context.programme)
      : []),
  ];
}

function startedOwed(journey: Active, open: StartedTransition, programme: Programme): readonly Owed[] {
  const { transitionId, missed, handOffDueAt } = open;
  const subject = attempt(open);
  const { sameDayHours, newAppointmentHours } = programme.deadlines;
  // Nobody is left between two levels for long who leaves round-the-clock care, or needs more than they have.
  const urgent = open.kind === 'step-up' || levelOf(programme, open.from).schedule.roundTheClock;
  const hours = urgent ? newAppointmentHours.urgent : newAppointmentHours.other;
  const now = { at: journey.recordedAt, cause: 'now', subject: transitionId } as const;

  const owed: Owed[] = [];
  if (open.appointmentAt === undefined && notAsked(journey, 'schedule-hand-off', subject)) {
    owed.push({
      ...now,
      make: (context) => {
        const bookBy = plusHours(context.now, hours);
        // A first appointment is booked within the deadline of the move; a further one has its own time.
        const dueAt = missed === 0 ? earlierOf(bookBy, open.targetAt ?? handOffDueAt) : bookBy;
        return [openTask(journey, { kind: 'schedule-hand-off', role: 'coordinator', subject, dueAt }, context.now)];
      },
    });
  }
  owed.push(...attendanceOwed(journey, open, programme));
  owed.push(...nextDoseOwed(journey, open, programme));
  if (missed > 0 && notAsked(journey, 'hand-off-outreach', subject)) {
    owed.push({ ...now, make: (context) => [sameDay(journey, 'hand-off-outreach', subject, context)] });
  }
  if (missed > 1 && !open.missedTwiceSaid) {
    owed.push({
      ...now,
      make: (context) => [
        {
          type: 'TransitionEscalated',
          occurredAt: context.now,
          data: { transitionId, cause: 'did-not-attend-twice' },
        },
      ],
    });
  }
  // Said once; the task of it ended while the move waited, and comes back with it.
  if (open.overdueSaid && notAsked(journey, 'hand-off-overdue', transitionId)) {
    owed.push({ ...now, make: (context) => [sameDay(journey, 'hand-off-overdue', transitionId, context)] });
  }
  if (!open.overdueSaid) {
    owed.push({
      at: handOffDueAt,
      cause: 'hand-off',
      subject: transitionId,
      make: (context) => [
        { type: 'TransitionEscalated', occurredAt: handOffDueAt, data: { transitionId, cause: 'hand-off-overdue' } },
        openTask(
          journey,
          {
            kind: 'hand-off-overdue',
            role: 'coordinator',
            subject: transitionId,
            dueAt: plusHours(context.now, sameDayHours),
          },
          handOffDueAt,
        ),
      ],
    });
  }
  return owed;
}

/** An appointment has passed, and nobody said whether the person came: asked the same day, for outreach not to wait. */
function attendanceOwed(journey: Active, open: StartedTransition, { deadlines }: Programme): readonly Owed[] {
  const { appointmentAt } = open;
  const subject = appointmentOf(open);
  if (appointmentAt === undefined || subject === undefined || !notAsked(journey, 'record-attendance', subject))
    return [];
  const at = plusHours(appointmentAt, deadlines.unrecordedAppointmentHours);
  const make: Owed['make'] = (context) => [sameDay(journey, 'record-attendance', subject, context)];
  return [{ at, cause: 'hand-off', subject: open.transitionId, make }];
}

/** Nobody leaves a level without the next dose of a medication for opioid use disorder (pathway §8). */
function nextDoseOwed(journey: Active, open: StartedTransition, programme: Programme): readonly Owed[] {
  const { transitionId: subject, handOffDueAt } = open;
  const { recordedAt } = journey;
  const withoutDose = moudTaken(journey, programme, recordedAt).some(
    ({ nextDose }) => nextDose === undefined || nextDose.at <= recordedAt,
  );
  if (!withoutDose || !notAsked(journey, 'medication-continuity', subject)) return [];
  const make: Owed['make'] = ({ now }) => {
    const dueAt = earlierOf(plusHours(now, programme.deadlines.reviewHours), handOffDueAt);
    return [openTask(journey, { kind: 'medication-continuity', role: 'nurse', subject, dueAt }, now)];
  };
  return [{ at: recordedAt, cause: 'now', subject, make }];
}

const sameDay = (journey: Active, kind: TaskKind, subject: string, { now, programme }: Context) =>
  openTask(
    journey,
    { kind, role: 'coordinator', subject, dueAt: plusHours(now, programme.deadlines.sameDayHours) },
    now,
  );
