import type { Pool } from 'pg';
import { available } from '../errors.ts';
import { queryEvents } from '../stream/read-stream.ts';
import { type EventRow, eventColumns } from '../stream/row.ts';
import { canonical } from './canonical.ts';
import { chainHash, emptyStream } from './chain.ts';
import { eventId } from './event-id.ts';

/** One place where the log is not what it was when it was written. */
export interface Breach {
  readonly episodeId: string;
  /** The first version that is wrong. */
  readonly version: number;
  readonly kind: 'hole' | 'changed' | 'foreign-id' | 'head' | 'events-without-stream' | 'stream-without-events';
  readonly detail: string;
}

export interface Verified {
  readonly journeys: number;
  readonly events: number;
  readonly breaches: readonly Breach[];
}

interface Head {
  readonly episode_id: string;
  readonly version: string;
  readonly head_hash: Buffer;
}

const headsSql = `SELECT episode_id, version, head_hash FROM log.stream WHERE episode_id > $1 ORDER BY episode_id LIMIT $2`;
const eventsSql = `SELECT ${eventColumns} FROM log.event e WHERE e.episode_id > $1 AND e.episode_id <= $2
  AND EXISTS (SELECT FROM log.stream s WHERE s.episode_id = e.episode_id AND e.version <= s.version + 1)
  ORDER BY e.episode_id, e.version`;
const orphansSql = `SELECT e.episode_id, min(e.version) AS version FROM log.event e
  WHERE NOT EXISTS (SELECT FROM log.stream s WHERE s.episode_id = e.episode_id) GROUP BY e.episode_id`;

/**
 * Recomputes every journey's hash chain and looks for holes, foreign ids and wrong heads. Reads the whole log.
 * Journeys that grow while it runs are checked as far as they had come.
 */
export async function verifyLog(pool: Pool, onProgress?: (verified: Verified) => void): Promise<Verified> {
  const breaches: Breach[] = [];
  let journeys = 0;
  let events = 0;
  for (let after = ''; ;) {
    const { rows: heads } = await available(pool.query<Head>(headsSql, [after, 100]));
    const last = heads.at(-1);
    if (last === undefined) break;
    const byJourney = await eventsOf(pool, after, last.episode_id);
    for (const head of heads) {
      const rows = byJourney.get(head.episode_id) ?? [];
      const breach = verifyStream(head, rows);
      if (breach !== undefined) breaches.push(breach);
      events += rows.length;
    }
    journeys += heads.length;
    after = last.episode_id;
    onProgress?.({ journeys, events, breaches });
  }
  return { journeys, events, breaches: [...breaches, ...(await orphans(pool))] };
}

async function eventsOf(pool: Pool, after: string, upTo: string): Promise<Map<string, EventRow[]>> {
  return Map.groupBy(await queryEvents(pool, 'log.verify', eventsSql, [after, upTo]), (row) => row.episode_id);
}

async function orphans(pool: Pool): Promise<Breach[]> {
  const { rows } = await available(pool.query<{ episode_id: string; version: string }>(orphansSql));
  return rows.map((row) => ({
    episodeId: row.episode_id,
    version: Number(row.version),
    kind: 'events-without-stream',
    detail: 'no stream row',
  }));
}

/** The first breach of one journey; the rows behind it cannot be trusted either. */
function verifyStream(head: Head, rows: readonly EventRow[]): Breach | undefined {
  const episodeId = head.episode_id;
  if (rows.length === 0)
    return { episodeId, version: 1, kind: 'stream-without-events', detail: `the head says ${head.version}` };
  let before = emptyStream;
  for (const row of rows) {
    const version = Number(row.version);
    if (version > Number(head.version)) break; // appended after the head was read
    if (version !== before.version + 1)
      return { episodeId, version, kind: 'hole', detail: `${before.version} comes before it` };
    if (row.event_id !== eventId(episodeId, row.command_id, row.index))
      return { episodeId, version, kind: 'foreign-id', detail: row.event_id };
    if (!rehash(before.hash, row).equals(row.hash))
      return { episodeId, version, kind: 'changed', detail: `event ${row.event_id}` };
    before = { version, hash: row.hash };
  }
  if (before.version === Number(head.version) && before.hash.equals(head.head_hash)) return undefined;
  return { episodeId, version: before.version, kind: 'head', detail: `the head says ${head.version}` };
}

function rehash(previous: Buffer, row: EventRow): Buffer {
  const header = {
    episodeId: row.episode_id,
    version: Number(row.version),
    eventId: row.event_id,
    commandId: row.command_id,
    index: row.index,
    type: row.type,
    schemaVersion: row.schema_version,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  };
  return chainHash(previous, header, canonical(row.data), canonical(row.metadata));
}
