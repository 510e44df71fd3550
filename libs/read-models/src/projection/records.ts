import type { CareEvent } from '@stepway/pathway';
import type { Database } from '../table.ts';
import type { JourneyCache } from './journey-cache.ts';
import type { Poison } from './parked.ts';
import { plan, type Gate, type Plan, type Sources } from './plan.ts';

/** A record that is no event, or none that this build can read. */
export interface Unreadable {
  /** A code, never a text that may quote the record. */
  readonly reason: string;
  readonly eventId: string | null;
  readonly version: number | null;
}

/** One record of the topic, parsed by its contract. */
export interface Incoming {
  readonly offset: bigint;
  /** The record's key. */
  readonly episodeId: string;
  readonly content: { readonly event: CareEvent } | { readonly unreadable: Unreadable };
}

/** What a transaction has to do with some records. */
export interface Work {
  readonly plans: readonly Plan[];
  readonly poisons: readonly Poison[];
  /** Records that wait with their parked journeys. */
  readonly waiting: ReadonlySet<Incoming>;
}

/**
 * What the records make, journey by journey; reads only.
 * @param gates of the journeys that they are of
 */
export async function workFor(
  gates: readonly Gate[],
  records: readonly Incoming[],
  cache: JourneyCache,
  sources: Sources,
): Promise<Work> {
  const byJourney = Map.groupBy(records, ({ episodeId }) => episodeId);
  const plans: Plan[] = [];
  const poisons: Poison[] = [];
  const waiting: Incoming[] = [];
  for (const gate of gates) {
    const own = byJourney.get(gate.episodeId) ?? [];
    if (gate.parked) {
      waiting.push(...own);
      continue;
    }
    const { events, rest, trouble } = upToTrouble(own);
    const made = await plan(gate, cache.get(gate.episodeId), events, sources);
    plans.push(made);
    const poison = made.poison ?? trouble;
    if (poison === undefined) continue;
    poisons.push(poison);
    waiting.push(...(made.poison === undefined ? rest : own));
  }
  return { plans, poisons, waiting: new Set(waiting) };
}

/** The events up to the first record that is none, and that record with all behind it. */
function upToTrouble(records: readonly Incoming[]): {
  readonly events: readonly CareEvent[];
  readonly rest: readonly Incoming[];
  readonly trouble?: Poison;
} {
  const events: CareEvent[] = [];
  for (const [index, { episodeId, content }] of records.entries()) {
    if ('unreadable' in content) {
      const { version, reason } = content.unreadable;
      return { events, rest: records.slice(index), trouble: { episodeId, version, reason } };
    }
    events.push(content.event);
  }
  return { events, rest: [] };
}

export async function gatesOf(database: Database, episodeIds: readonly string[]): Promise<readonly Gate[]> {
  const { rows } = await database.query<{ episode_id: string; version: string; parked: boolean }>({
    name: 'read.gates',
    text: `SELECT k.episode_id, coalesce(j.version, 0) AS version, p.episode_id IS NOT NULL AS parked
      FROM unnest($1::text[]) AS k(episode_id)
      LEFT JOIN read.journey j USING (episode_id) LEFT JOIN read.parked p USING (episode_id)`,
    values: [episodeIds],
  });
  return rows.map(({ episode_id: episodeId, version, parked }) => ({ episodeId, version: Number(version), parked }));
}
