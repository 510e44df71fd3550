import pg, { type Pool, type QueryResult } from 'pg';
import { LeadershipLost, available } from '../errors.ts';
import type { Leadership } from './leadership.ts';

/**
 * Both in one message, and so in one transaction and one round trip; each statement takes a snapshot of its own. The
 * second one's is taken after the fence row is held: it sees all that a leader before it committed, and finds the fence
 * as it is now, so that a leader that was passed over places nothing. Events that came after this transaction began
 * stand above its horizon and wait for the next round.
 */
const placeSql = (fence: string, limit: number): string => `
UPDATE log.checkpoint SET heartbeat = clock_timestamp() WHERE ${fence};
WITH last AS (
  (SELECT position, epoch, transaction_id, seq FROM log.position ORDER BY position DESC LIMIT 1)
  UNION ALL SELECT 0, 0, '0'::xid8, 0
  ORDER BY position DESC LIMIT 1
), placed AS (
  INSERT INTO log.position (position, epoch, transaction_id, seq)
  SELECT last.position + row_number() OVER (ORDER BY e.epoch, e.transaction_id, e.seq), e.epoch, e.transaction_id, e.seq
  FROM last, LATERAL (
    SELECT epoch, transaction_id, seq FROM log.event
    WHERE (epoch, transaction_id, seq) > (last.epoch, last.transaction_id, last.seq)
      AND (epoch < log.epoch() OR transaction_id < pg_snapshot_xmin(pg_current_snapshot()))
      AND EXISTS (SELECT FROM log.checkpoint WHERE ${fence})
    ORDER BY epoch, transaction_id, seq LIMIT ${limit}
  ) e
  RETURNING position
)
SELECT count(*)::int AS placed, greatest(max(placed.position), (SELECT position FROM last)) AS last FROM placed`;

/** How many events were given a position, and the last position of the log. */
export interface Placed {
  readonly placed: number;
  readonly last: bigint;
}

/**
 * Gives the next events of the whole log their dense positions, as far as the horizon.
 * @throws LeadershipLost if a newer leader has risen; nothing was written then
 */
export async function placeEvents(pool: Pool, leadership: Leadership, limit: number): Promise<Placed> {
  const { processor, partition, ownerEpoch } = leadership;
  const fence = `processor = ${pg.escapeLiteral(processor)} AND partition = ${partition} AND owner_epoch = ${ownerEpoch}`;
  const answer = await available(pool.query(placeSql(fence, limit)));
  // Of several statements `pg` gives an answer each, which its types do not say.
  const [held, { rows }] = answer as unknown as [QueryResult, QueryResult<{ placed: number; last: string }>];
  if (held.rowCount === 0) throw new LeadershipLost(processor);
  const [row] = rows;
  return { placed: row?.placed ?? 0, last: BigInt(row?.last ?? 0) };
}
