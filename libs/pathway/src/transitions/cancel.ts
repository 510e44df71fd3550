import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { EventData, NewEventOf } from '../events.ts';
import type { Journey } from '../journey.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import { openMove } from './open-move.ts';
import { saidBefore } from './said-before.ts';

export function cancelled(
  transitionId: string,
  cause: EventData['TransitionCancelled']['cause'],
  occurredAt: Instant,
  reason?: Sealed,
): NewEventOf<'TransitionCancelled'> {
  return { type: 'TransitionCancelled', occurredAt, data: { transitionId, cause, ...(reason && { reason }) } };
}

/**
 * A person ends a move before it is made, in whatever state it is. Ended by this word already: no news.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, UnknownTransition.
 */
export function cancelTransition(journey: Journey, command: CommandOf<'CancelTransition'>, context: Context): Decision {
  const { transitionId, reasonCode, reason } = command;
  if (
    saidBefore(journey, transitionId, ({ type, data }) => type === 'TransitionCancelled' && data.cause === reasonCode)
  )
    return nothingNew;
  const found = openMove(journey, transitionId);
  if ('rejection' in found) return reject(found.rejection);
  return accept(cancelled(transitionId, reasonCode, context.now, reason));
}
