import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey } from '../journey.ts';
import { judgeAgain } from './judge-again.ts';

/**
 * Records use of a class that the person tells of, without a specimen. After admission it is a use as one that a test
 * shows and the person acknowledges (pathway §4, rule 11); before it, it is what rule 13 counts from.
 * Rejects: EpisodeNotOpened, InTheFuture.
 */
export function recordAcknowledgedUse(
  journey: Journey,
  command: CommandOf<'RecordAcknowledgedUse'>,
  context: Context,
): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { drugClass, lastUseAt, reason, occurredAt } = command;
  const ahead = inTheFuture({ lastUseAt }, context.now);
  if (ahead) return reject(ahead);
  const told = journey.acknowledgedUses.some((one) => one.drugClass === drugClass && one.lastUseAt === lastUseAt);
  if (told) return nothingNew;

  const acknowledged: NewEventOf<'UseAcknowledged'> = {
    type: 'UseAcknowledged',
    occurredAt,
    data: { drugClass, lastUseAt, ...(reason && { reason }) },
  };
  const after = foldAhead(journey, [acknowledged], command, context);
  return accept(acknowledged, ...judgeAgain(after, context, 1, lastUseAt));
}
