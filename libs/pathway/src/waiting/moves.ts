import type { Context } from '../decision.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { plusHours } from '../time.ts';
import { handOffDeadline } from '../transitions/start.ts';
import { keptPlace, waitingMove, isWithoutPlace } from './waits.ts';

/** A move without a place goes on with one that is offered; until then somebody looks for one. */
export function placeOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  if (journey.status !== 'active') return [];
  const move = waitingMove(journey);
  if (move === undefined) return placeLost(journey);
  const { transitionId: subject, to, waitingSince, placesBefore } = move;
  const place = keptPlace(journey, to, placesBefore);
  if (place !== undefined) {
    const make: Owed['make'] = ({ now }) => {
      const data = { transitionId: subject, slotId: place.slotId, ...handOffDeadline(journey, move, programme, now) };
      return [{ type: 'TransitionPlaceFound', occurredAt: now, causedBy: place.eventId, data }];
    };
    return [{ at: journey.recordedAt, cause: 'now', subject, make }];
  }
  if (taskOf(journey, 'find-place', subject)?.state === 'open') return [];
  const make: Owed['make'] = ({ now }) => {
    const dueAt = plusHours(now, programme.deadlines.newAppointmentHours.urgent);
    return [openTask(journey, { kind: 'find-place', role: 'coordinator', subject, dueAt }, now)];
  };
  return [{ at: waitingSince ?? journey.recordedAt, cause: 'now', subject, make }];
}

/** The place with which a move went on is declined: it waits again. */
function placeLost(journey: Active): readonly Owed[] {
  const open = journey.transition;
  if (open?.state !== 'started' || open.slotId === undefined) return [];
  const { transitionId: subject, to: level, slotId } = open;
  const slot = journey.slots.find((one) => one.slotId === slotId);
  if (slot?.declinedAt === undefined) return [];
  const data = { transitionId: subject, level };
  const make: Owed['make'] = ({ now }) => [{ type: 'TransitionWaitlisted', occurredAt: now, data }];
  return [{ at: journey.recordedAt, cause: 'now', subject, make }];
}

/** Done when a place is found; moot when the move is made or ended. While it is paused too, a place is looked for. */
export function findPlaceTask(journey: OpenedJourney, { subject }: Task): TaskEnd | undefined {
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (open?.transitionId !== subject) return 'cancelled';
  return isWithoutPlace(open) ? undefined : 'completed';
}
