import type { CommandOf } from '../commands.ts';
import { accept, reject, type Context, type Decision } from '../decision.ts';
import type { EventData, NewEventOf } from '../events.ts';
import type { Journey } from '../journey.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import { openMove } from './open-move.ts';

export function cancelled(
  transitionId: string,
  cause: EventData['TransitionCancelled']['cause'],
  occurredAt: Instant,
  reason?: Sealed,
): NewEventOf<'TransitionCancelled'> {
  return { type: 'TransitionCancelled', occurredAt, data: { transitionId, cause, ...(reason && { reason }) } };
}

/**
 * A person ends a move before it is made, in whatever state it is.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, UnknownTransition.
 */
export function cancelTransition(journey: Journey, command: CommandOf<'CancelTransition'>, context: Context): Decision {
  const found = openMove(journey, command.transitionId);
  if ('rejection' in found) return reject(found.rejection);
  return accept(cancelled(command.transitionId, command.reasonCode, context.now, command.reason));
}
