import type { CareEvent } from '@stepway/pathway';
import type { Pool } from 'pg';
import { queryEvents } from '../stream/read-stream.ts';
import { type EventRow, careEvent, eventColumns } from '../stream/row.ts';
import { type LogCursor } from './cursor.ts';

/** A page of the whole log. */
export interface LogPage {
  readonly events: readonly CareEvent[];
  /** Where the next page begins; the one asked for if there was nothing. */
  readonly next: LogCursor;
}

/** An event with its place in the whole log. */
export interface PlacedEvent {
  /** Dense, from 1: checkpoints, live updates and replays count in it. */
  readonly position: bigint;
  readonly event: CareEvent;
  /** When the database wrote it. */
  readonly storedAt: string;
  readonly traceparent?: string;
}

// Horizon and rows in one statement, so of one snapshot: every transaction below the horizon has ended, and whatever
// commits later stands above it. Nothing can appear behind a place that was read.
const readAllSql = `
SELECT ${eventColumns}, e.epoch, e.transaction_id, e.seq FROM log.event e
WHERE (e.epoch, e.transaction_id, e.seq) > ($1, $2::xid8, $3)
  AND (e.epoch < log.epoch() OR e.transaction_id < pg_snapshot_xmin(pg_current_snapshot()))
ORDER BY e.epoch, e.transaction_id, e.seq LIMIT $4`;

interface CursorColumns {
  readonly epoch: number;
  readonly transaction_id: string;
  readonly seq: string;
}

export async function readAll(pool: Pool, after: LogCursor, limit: number): Promise<LogPage> {
  const rows = await queryEvents<CursorColumns>(pool, 'log.read-all', readAllSql, [
    after.epoch,
    after.transactionId,
    after.seq,
    limit,
  ]);
  const last = rows.at(-1);
  const next = last === undefined ? after : { epoch: last.epoch, transactionId: last.transaction_id, seq: last.seq };
  return { events: rows.map((row) => careEvent(row)), next };
}

const readPlacedSql = `
SELECT ${eventColumns}, p.position FROM log.position p
JOIN log.event e USING (epoch, transaction_id, seq)
WHERE p.position > $1 AND p.position <= $1 + $2 ORDER BY p.position`;

export async function readPlaced(pool: Pool, after: bigint, limit: number): Promise<readonly PlacedEvent[]> {
  const rows = await queryEvents<{ position: string }>(pool, 'log.read-placed', readPlacedSql, [after, limit]);
  return rows.map(placed);
}

export function placed(row: EventRow & { readonly position: string }): PlacedEvent {
  const { traceparent } = row.metadata;
  return {
    position: BigInt(row.position),
    event: careEvent(row),
    storedAt: row.stored_at,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
