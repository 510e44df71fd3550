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

interface Stream {
  readonly episode_id: string;
  readonly version: string;
}

interface HeadColumns {
  readonly head_version: string;
  readonly head_hash: Buffer;
}

type ChainedRow = EventRow & HeadColumns;

const streamsSql = `SELECT episode_id, version FROM log.stream WHERE episode_id > $1 ORDER BY episode_id LIMIT $2`;
// Events and their heads in one statement, so of one snapshot: an append moves both, and any difference is a breach.
const eventsSql = `SELECT ${eventColumns}, s.version AS head_version, s.head_hash FROM log.event e
  JOIN log.stream s USING (episode_id) WHERE e.episode_id > $1 AND e.episode_id <= $2 ORDER BY e.episode_id, e.version`;
const orphansSql = `SELECT e.episode_id, min(e.version) AS version FROM log.event e
  WHERE NOT EXISTS (SELECT FROM log.stream s WHERE s.episode_id = e.episode_id) GROUP BY e.episode_id`;

/**
 * Recomputes every journey's hash chain and looks for holes, foreign ids and wrong heads. Reads the whole log.
 * Appends may go on meanwhile.
 */
export async function verifyLog(pool: Pool, onProgress?: (verified: Verified) => void): Promise<Verified> {
  const breaches: Breach[] = [];
  let journeys = 0;
  let events = 0;
  for (let after = ''; ;) {
    const { rows: streams } = await available(pool.query<Stream>(streamsSql, [after, 100]));
    const last = streams.at(-1);
    if (last === undefined) break;
    const byJourney = await eventsOf(pool, after, last.episode_id);
    for (const stream of streams) {
      const rows = byJourney.get(stream.episode_id) ?? [];
      const breach = verifyStream(stream, rows);
      if (breach !== undefined) breaches.push(breach);
      events += rows.length;
    }
    journeys += streams.length;
    after = last.episode_id;
    onProgress?.({ journeys, events, breaches });
  }
  return { journeys, events, breaches: [...breaches, ...(await orphans(pool))] };
}

async function eventsOf(pool: Pool, after: string, upTo: string): Promise<Map<string, ChainedRow[]>> {
  const rows = await queryEvents<HeadColumns>(pool, 'log.verify', eventsSql, [after, upTo]);
  return Map.groupBy(rows, (row) => row.episode_id);
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
function verifyStream(
  { episode_id: episodeId, version: headVersion }: Stream,
  rows: readonly ChainedRow[],
): Breach | undefined {
  const [first] = rows;
  if (first === undefined)
    return { episodeId, version: 1, kind: 'stream-without-events', detail: `the head says ${headVersion}` };
  let before = emptyStream;
  for (const row of rows) {
    const version = Number(row.version);
    if (version !== before.version + 1)
      return { episodeId, version, kind: 'hole', detail: `${before.version} comes before it` };
    if (row.event_id !== eventId(episodeId, row.command_id, row.index))
      return { episodeId, version, kind: 'foreign-id', detail: row.event_id };
    if (!rehash(before.hash, row).equals(row.hash))
      return { episodeId, version, kind: 'changed', detail: `event ${row.event_id}` };
    before = { version, hash: row.hash };
  }
  const { head_version: head, head_hash: hash } = first;
  if (before.version === Number(head) && before.hash.equals(hash)) return undefined;
  return { episodeId, version: before.version, kind: 'head', detail: `the head says ${head}` };
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
