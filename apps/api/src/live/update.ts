import type { Census, LiveEvent } from '@stepway/contracts';
import type { Place } from '@stepway/read-models';
import type { Caller } from '../auth/caller.ts';
import { covers, isEverywhere, maySee } from '../auth/policy.ts';

/** What changed since the update before; the id is the log's position by then. */
export interface Update {
  readonly id: string;
  /** `unknown`, or too many to name: lists are fetched anew. */
  readonly episodeIds: readonly string[] | 'unknown';
  /** Those of them whose tasks changed. */
  readonly withTasks: readonly string[];
}

export const frameOf = ({ event, data }: LiveEvent, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Only the last one has the id: a stream that breaks between them is sent all of them again. */
export function framesOf({ id, episodeIds, withTasks }: Update): string {
  if (episodeIds === 'unknown') return frameOf({ event: 'refetch', data: {} }, id);
  const changed: LiveEvent = { event: 'episode', data: { episodeIds: [...episodeIds] } };
  if (withTasks.length === 0) return frameOf(changed, id);
  return frameOf(changed) + frameOf({ event: 'task', data: { episodeIds: [...withTasks] } }, id);
}

/** What of it the caller may hear of: that another's journey changed is already something known of a person. */
export function heardBy(caller: Caller, update: Update, places: readonly Place[], now: number): Update | undefined {
  if (update.episodeIds === 'unknown' || isEverywhere(caller.scope)) return update;
  const seen = new Set(places.filter((place) => maySee(caller, place, now)).map(({ episodeId }) => episodeId));
  const episodeIds = update.episodeIds.filter((episodeId) => seen.has(episodeId));
  if (episodeIds.length === 0) return undefined;
  return { id: update.id, episodeIds, withTasks: update.withTasks.filter((episodeId) => seen.has(episodeId)) };
}

/** The counts of the sites and programmes whose people the caller sees. */
export const censusFor = ({ scope }: Caller, { asOf, rows }: Census): Census => ({
  asOf,
  rows: isEverywhere(scope) ? rows : rows.filter((row) => covers(scope, row)),
});
