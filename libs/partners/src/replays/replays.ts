import { randomUUID } from 'node:crypto';
import type { Instant } from '@stepway/pathway';
import type pg from 'pg';

/** Something that a partner asked to be told again. */
export interface Replay {
  readonly jobId: string;
  readonly partnerId: string;
  readonly afterPosition: bigint;
  readonly untilPosition: bigint;
  /** Everything up to here was looked at. */
  readonly position: bigint;
  readonly sent: number;
  readonly requestedAt: Instant;
  readonly finishedAt?: Instant;
}

export interface Replays {
  /** Undefined where one is under way, or too many were asked for in a day. */
  start(partnerId: string, afterPosition: bigint, by: string): Promise<Replay | undefined>;
  /** Of one partner, the newest first. */
  of(partnerId: string): Promise<readonly Replay[]>;
  /** Not finished yet. */
  open(): Promise<readonly Replay[]>;
  moved(jobId: string, position: bigint, sent: number): Promise<void>;
  finished(jobId: string): Promise<void>;
}

/** Each asks the whole log again: so many in 24 hours, one at a time. */
export const replaysADay = 10;

const columns = 'job_id, partner_id, after_position, until_position, position, sent, requested_at, finished_at';
const startSql = `
INSERT INTO partner.replay (job_id, partner_id, after_position, until_position, position, requested_by)
SELECT $1, $2, least($3, l.last), l.last, least($3, l.last), $4
FROM (SELECT coalesce(max(position), 0) AS last FROM log.position) l
WHERE $5 > (SELECT count(*) FROM partner.replay
  WHERE partner_id = $2 AND requested_at > clock_timestamp() - interval '24 hours')
ON CONFLICT DO NOTHING RETURNING ${columns}`;
const ofSql = `SELECT ${columns} FROM partner.replay WHERE partner_id = $1 ORDER BY requested_at DESC LIMIT 100`;
const openSql = `SELECT ${columns} FROM partner.replay WHERE finished_at IS NULL ORDER BY requested_at`;
const movedSql = `
UPDATE partner.replay SET position = greatest(position, $2::bigint), sent = sent + $3::bigint WHERE job_id = $1`;
const finishedSql = 'UPDATE partner.replay SET finished_at = clock_timestamp() WHERE job_id = $1';

interface Row {
  readonly job_id: string;
  readonly partner_id: string;
  readonly after_position: string;
  readonly until_position: string;
  readonly position: string;
  readonly sent: string;
  readonly requested_at: Date;
  readonly finished_at: Date | null;
}

export function createReplays(pool: pg.Pool): Replays {
  const ask = async (name: string, text: string, values: readonly unknown[] = []): Promise<readonly Replay[]> =>
    (await pool.query<Row>({ name, text, values: [...values] })).rows.map(replayOf);
  return {
    start: async (partnerId, afterPosition, by) =>
      (await ask('partner.replay-start', startSql, [randomUUID(), partnerId, afterPosition, by, replaysADay]))[0],
    of: (partnerId) => ask('partner.replays', ofSql, [partnerId]),
    open: () => ask('partner.replays-open', openSql),
    moved: async (jobId, position, sent) => {
      await pool.query({ name: 'partner.replay-moved', text: movedSql, values: [jobId, position, sent] });
    },
    finished: async (jobId) => {
      await pool.query({ name: 'partner.replay-finished', text: finishedSql, values: [jobId] });
    },
  };
}

const replayOf = (row: Row): Replay => ({
  jobId: row.job_id,
  partnerId: row.partner_id,
  afterPosition: BigInt(row.after_position),
  untilPosition: BigInt(row.until_position),
  position: BigInt(row.position),
  sent: Number(row.sent),
  requestedAt: row.requested_at.toISOString(),
  ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
});
