import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey } from '../journey.ts';

/** Records that naloxone was given along. Rejects: EpisodeNotOpened, InTheFuture. */
export function recordNaloxoneProvided(
  journey: Journey,
  command: CommandOf<'RecordNaloxoneProvided'>,
  context: Context,
): Decision {
  const { at, kits, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (journey.naloxone.some((known) => known.at === at)) return nothingNew;
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);

  return accept({ type: 'NaloxoneProvided', occurredAt, data: { at, kits, ...(reason && { reason }) } });
}
