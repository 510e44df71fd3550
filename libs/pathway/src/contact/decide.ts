import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey } from '../journey.ts';
import { sameContent } from '../same-content.ts';

/**
 * Records that somebody tried to reach the person, also before admission and after the end of the episode.
 * Rejects: EpisodeNotOpened, InTheFuture, OutreachConflict (the same attempt, told otherwise).
 */
export function recordOutreach(journey: Journey, command: CommandOf<'RecordOutreach'>, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { outreachId, at, channel, reached, occurredAt, reason } = command;
  const told = { outreachId, at, channel, reached };

  const known = journey.outreach.find((other) => other.outreachId === outreachId);
  if (known) {
    const { recordedAt: _r, eventId: _e, ...before } = known;
    return sameContent(before, told) ? nothingNew : reject({ type: 'OutreachConflict', outreachId });
  }
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);

  return accept({ type: 'OutreachRecorded', occurredAt, data: { ...told, ...(reason && { reason }) } });
}
