import type { TransitionView } from '@stepway/contracts';
import type { OpenTransition, OpenedJourney, ProposedTransition, StartedTransition } from '@stepway/pathway';

export const openTransition = (journey: OpenedJourney): OpenTransition | undefined =>
  journey.status === 'active' ? journey.transition : undefined;

/** A suspended move keeps the deadlines it had. */
export const underSuspension = (transition: OpenTransition): ProposedTransition | StartedTransition =>
  transition.state === 'suspended' ? transition.before : transition;

/** Left one level and not yet seen at the next. */
export function inHandOff(journey: OpenedJourney): boolean {
  const transition = openTransition(journey);
  return transition !== undefined && underSuspension(transition).state === 'started';
}

/** A move that is under way, as lists and pages show it. */
export function transitionView(transition: OpenTransition): TransitionView {
  const waits = transition.state === 'started' && transition.waitingSince !== undefined;
  const { transitionId, kind, from, to, state, grounds, reverses, by } = transition;
  return {
    transitionId,
    kind,
    from,
    to,
    state: waits ? 'waiting' : state,
    by,
    ...(transition.state === 'suspended' && { suspendedAt: transition.suspendedAt }),
    ...deadlines(underSuspension(transition)),
    grounds: [...grounds],
    ...(reverses !== undefined && { reverses }),
  };
}

function deadlines(transition: ProposedTransition | StartedTransition): Partial<TransitionView> {
  if (transition.state === 'proposed') {
    const { proposedAt, deadlineAt, atDeadline, escalatedAt } = transition;
    return { proposedAt, deadlineAt, atDeadline, ...(escalatedAt !== undefined && { escalatedAt }) };
  }
  const { startedAt, handOffDueAt, targetAt, appointmentAt, missed, missedAt, waitingSince } = transition;
  return {
    startedAt,
    handOffDueAt,
    ...(waitingSince === undefined ? {} : { waitingSince }),
    ...(targetAt === undefined ? {} : { targetAt }),
    ...(appointmentAt === undefined ? {} : { appointmentAt }),
    missed,
    missedAt: [...missedAt],
  };
}
