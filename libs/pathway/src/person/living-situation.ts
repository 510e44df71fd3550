import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { sameContent } from '../same-content.ts';
import type { Instant } from '../time.ts';
import type { LivingSituation } from './state.ts';
import type { LivingSituationCode } from './vocabulary.ts';

/** Records where the person lives. Rejects: EpisodeNotOpened, InTheFuture. */
export function recordLivingSituation(
  journey: Journey,
  command: CommandOf<'RecordLivingSituation'>,
  context: Context,
): Decision {
  const { at, situation, safe, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const told = { at, situation, ...(safe !== undefined && { safe }) };
  const known = journey.livingSituations.findLast((one) => one.at === at);
  if (known) {
    const { eventId: _id, ...before } = known;
    if (sameContent(before, told)) return nothingNew;
  }
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);

  return accept({ type: 'LivingSituationRecorded', occurredAt, data: { ...told, ...(reason && { reason }) } });
}

/** Where the person lived at a moment, as far as it is known; of two words about one moment the later. */
export const livingSituationAt = ({ livingSituations }: OpenedJourney, at: Instant): LivingSituation | undefined =>
  livingSituations
    .filter((one) => one.at <= at)
    .reduce<LivingSituation | undefined>(
      (last, one) => (last === undefined || one.at >= last.at ? one : last),
      undefined,
    );

/** Housing that is there for recovery; and what is no place to step down to. Of the others only the person knows. */
const safeByItself: Readonly<Partial<Record<LivingSituationCode, boolean>>> = {
  'sober-living': true,
  'supported-housing': true,
  homeless: false,
};

/** Whether the person has a safe place to live; undefined where nobody asked. */
export function hasSafePlace(journey: OpenedJourney, at: Instant): boolean | undefined {
  const known = livingSituationAt(journey, at);
  return known && (known.safe ?? safeByItself[known.situation]);
}
