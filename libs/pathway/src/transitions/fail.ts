import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';
import { openMove } from './open-move.ts';
import { saidBefore } from './said-before.ts';

/**
 * A person says that a move which has begun will not be made: nobody came, or there is no place (pathway §8).
 * Nothing but a person's word ends it so; the level that sends goes on being responsible. Said already: no news.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, UnknownTransition, TransitionNotStarted, ReasonRequired.
 */
export function failTransition(journey: Journey, command: CommandOf<'FailTransition'>): Decision {
  const { transitionId, reasonCode, occurredAt, reason } = command;
  if (
    saidBefore(journey, transitionId, ({ type, data }) => type === 'TransitionFailed' && data.reasonCode === reasonCode)
  )
    return nothingNew;
  const found = openMove(journey, transitionId);
  if ('rejection' in found) return reject(found.rejection);
  const begun = found.open.state === 'suspended' ? found.open.before : found.open;
  if (begun.state !== 'started') return reject({ type: 'TransitionNotStarted', transitionId, state: begun.state });
  if (reason === undefined) return reject({ type: 'ReasonRequired' });

  const { kind, from, to, missed: times } = begun;
  return accept({
    type: 'TransitionFailed',
    occurredAt,
    data: { transitionId, kind, from, to, times, reasonCode, reason },
  });
}
