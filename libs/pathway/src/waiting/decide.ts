import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey } from '../journey.ts';
import { sameContent } from '../same-content.ts';

/**
 * Records what was given to a person who waits; begun within 48 hours it lengthens the clock of the waiting list.
 * Rejects: EpisodeNotOpened, InTheFuture, InterimServiceConflict.
 */
export function recordInterimService(
  journey: Journey,
  command: CommandOf<'RecordInterimService'>,
  context: Context,
): Decision {
  const { interimServiceId, services, at, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.interimServices.find((one) => one.interimServiceId === interimServiceId);
  if (known) {
    const same = known.at === at && sameContent(known.services, services);
    return same ? nothingNew : reject({ type: 'InterimServiceConflict', interimServiceId });
  }
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);
  const data = { interimServiceId, services, at, ...(reason && { reason }) };
  return accept({ type: 'InterimServiceRecorded', occurredAt, data });
}
