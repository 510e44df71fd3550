import type { Pool } from 'pg';
import { available } from '../errors.ts';
import { queryEvents } from '../stream/read-stream.ts';
import { eventColumns, type EventRow } from '../stream/row.ts';
import { placed, type PlacedEvent } from './read-all.ts';

const eventSql = `
SELECT ${eventColumns}, p.position FROM log.event e
JOIN log.position p USING (epoch, transaction_id, seq) WHERE e.event_id = $1`;

/** One event with its place; undefined if unknown, or not placed yet. */
export async function findPlaced(pool: Pool, eventId: string): Promise<PlacedEvent | undefined> {
  const [row] = await queryEvents<EventRow & { position: string }>(pool, 'log.find-placed', eventSql, [eventId]);
  return row && placed(row);
}

const storedSql = `
SELECT e.stored_at FROM log.position p JOIN log.event e USING (epoch, transaction_id, seq) WHERE p.position = $1`;
const lastSql = 'SELECT coalesce(max(position), 0) AS last FROM log.position';

/**
 * The last place before a moment, so that reading after it begins there. Found by halving: places follow the clock of
 * the database, but for transactions that were open together.
 */
export async function positionBefore(pool: Pool, at: string): Promise<bigint> {
  const moment = Date.parse(at);
  const { rows } = await available(pool.query<{ last: string }>(lastSql));
  let [before, from] = [0n, BigInt(rows[0]?.last ?? 0) + 1n];
  while (from - before > 1n) {
    const middle = (before + from) / 2n;
    const { rows: found } = await available(
      pool.query<{ stored_at: Date }>({ name: 'log.stored-at', text: storedSql, values: [middle] }),
    );
    const stored = found[0]?.stored_at.getTime() ?? Number.POSITIVE_INFINITY;
    if (stored < moment) before = middle;
    else from = middle;
  }
  return before;
}
