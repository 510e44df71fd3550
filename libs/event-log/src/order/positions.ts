import type { Pool } from 'pg';
import { LeadershipLost, available } from '../errors.ts';
import type { Leadership } from './leadership.ts';

const fenceSql = `
UPDATE log.checkpoint SET heartbeat = clock_timestamp() WHERE processor = $1 AND partition = $2 AND owner_epoch = $3`;

// The second statement of its transaction, so that its snapshot is taken after the fence row is held: it sees all that
// a leader before it committed. Events that came after this transaction began stand above its horizon and wait for
// the next round.
const placeSql = `
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
    ORDER BY epoch, transaction_id, seq LIMIT $1
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
  const client = await available(pool.connect());
  let failed: Error | undefined;
  // A connection that breaks while it is ours must not end the process: the statement says so.
  const onError = (error: Error): void => void (failed = error);
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const fence = await client.query({ name: 'log.fence', text: fenceSql, values: [processor, partition, ownerEpoch] });
    if (fence.rowCount === 0) throw new LeadershipLost(processor);
    const { rows } = await client.query<{ placed: number; last: string }>({
      name: 'log.place',
      text: placeSql,
      values: [limit],
    });
    await client.query('COMMIT');
    const [row] = rows;
    return { placed: row?.placed ?? 0, last: BigInt(row?.last ?? 0) };
  } catch (error) {
    failed = error instanceof Error ? error : new Error('placing failed', { cause: error });
    await client.query('ROLLBACK').catch(() => undefined); // a lost connection rolls back by itself
    throw failed;
  } finally {
    client.off('error', onError);
    client.release(failed instanceof LeadershipLost ? undefined : failed);
  }
}
