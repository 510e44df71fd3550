import type { Client, Pool } from 'pg';
import { LeadershipLost, available } from '../errors.ts';

/** The right of one process to act for a processor: a lock that dies with its connection, and a fence. */
export interface Leadership {
  readonly processor: string;
  readonly partition: number;
  /** Rises with each leader; every write of a leader is fenced by it. */
  readonly ownerEpoch: bigint;
  /** The position reached by the leaders before. */
  readonly position: bigint;
  /** Aborted when the lock's connection is gone: stop at once, and stand for election again. */
  readonly lost: AbortSignal;
  /** Moves the checkpoint. @throws LeadershipLost */
  checkpoint(position: bigint): Promise<void>;
  /** Gives the lock back. */
  release(): Promise<void>;
}

const takeOverSql = `
INSERT INTO log.checkpoint AS c (processor, partition, owner_epoch) VALUES ($1, $2, 1)
ON CONFLICT (processor, partition) DO UPDATE SET owner_epoch = c.owner_epoch + 1, heartbeat = clock_timestamp()
RETURNING owner_epoch, position`;

const checkpointSql = `
UPDATE log.checkpoint SET position = $4, heartbeat = clock_timestamp()
WHERE processor = $1 AND partition = $2 AND owner_epoch = $3`;

/**
 * Tries to become the one leader for a processor; undefined while another process is.
 * @param client a connection of its own, connected, not from a pool and not through a pooler; closed on release
 */
export async function tryLead(
  pool: Pool,
  client: Client,
  processor: string,
  partition: number,
): Promise<Leadership | undefined> {
  const lost = new AbortController();
  const lose = (): void => lost.abort(new LeadershipLost(processor));
  client.once('error', lose);
  client.once('end', lose);
  const fence = await available(elect(client, processor, partition)).catch(async (error: unknown) => {
    // The lock may be ours without our knowing: kept open, this connection would keep everybody from leading.
    await client.end().catch(() => undefined);
    throw error;
  });
  if (fence === undefined) {
    await client.end();
    return undefined;
  }
  const ownerEpoch = BigInt(fence.owner_epoch);
  return {
    processor,
    partition,
    ownerEpoch,
    position: BigInt(fence.position),
    lost: lost.signal,
    checkpoint: async (position) => {
      const { rowCount } = await available(pool.query(checkpointSql, [processor, partition, ownerEpoch, position]));
      if (rowCount === 0) throw new LeadershipLost(processor);
    },
    release: () => client.end(),
  };
}

interface Fence {
  readonly owner_epoch: string;
  readonly position: string;
}

/** Undefined while another holds the lock. */
async function elect(client: Client, processor: string, partition: number): Promise<Fence | undefined> {
  const lockSql = 'SELECT pg_try_advisory_lock(hashtext($1), $2) AS held';
  const lock = await client.query<{ held: boolean }>(lockSql, [`log.${processor}`, partition]);
  if (lock.rows[0]?.held !== true) return undefined;
  // The fence rises after the lock is held: a leader that froze and wakes finds that its writes change nothing.
  const { rows } = await client.query<Fence>(takeOverSql, [processor, partition]);
  const [mine] = rows;
  if (mine === undefined) throw new Error(`No fence row for ${processor}`);
  return mine;
}
