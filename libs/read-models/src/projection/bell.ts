import { readDoorbell } from '@stepway/contracts/names';
import { z } from 'zod';
import type { Database } from '../table.ts';

/** What listeners are told when tables changed: ids and figures only. */
export const ReadChange = z.object({
  at: z.string(),
  /** The place in the whole log of the newest event seen; `0` when healed from the log. */
  position: z.string(),
  /** Whom the census counts where has changed. */
  census: z.boolean(),
  /** Journeys, the version they are at, and whether their tasks changed; undefined = too many to name. */
  episodes: z.array(z.tuple([z.string(), z.int(), z.boolean()])).optional(),
});
export type ReadChange = z.output<typeof ReadChange>;

/** PostgreSQL takes payloads below 8,000 bytes: so many journeys fit into one. */
const perRing = 120;
const maxRings = 5;

/** Rings, inside the transaction of the rows: PostgreSQL delivers it when, and only if, they are committed. */
export async function ring(database: Database, change: Required<ReadChange>): Promise<void> {
  const { episodes, ...rest } = change;
  if (episodes.length === 0) return;
  const changes: ReadChange[] =
    episodes.length > perRing * maxRings
      ? [rest]
      : Array.from({ length: Math.ceil(episodes.length / perRing) }, (_, index) => ({
          ...rest,
          episodes: episodes.slice(index * perRing, (index + 1) * perRing),
        }));
  await database.query({
    name: 'read.ring',
    text: 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload',
    values: [readDoorbell, changes.map((one) => JSON.stringify(one))],
  });
}

/** Rings for tables that were put in place as a whole: whoever listens asks anew. */
export async function ringForAll(database: Database, at: string): Promise<void> {
  const change: ReadChange = { at, position: '0', census: true };
  await database.query('SELECT pg_notify($1, $2)', [readDoorbell, JSON.stringify(change)]);
}
