import type { Instant } from '@stepway/pathway';
import type pg from 'pg';

/** How far one partner's stream has come. */
export interface StreamProgress {
  /** Everything up to here was looked at. */
  readonly position: bigint;
  /** The end of the log. */
  readonly logPosition: bigint;
  /** When the oldest event came that was not looked at yet; undefined = none waits. */
  readonly waitingSince?: Instant;
  /** Messages sent since the partner was registered; a repeated one counts again. */
  readonly delivered: number;
  readonly lastDeliveryAt?: Instant;
  /** Since when nothing can be sent; undefined = all is well. */
  readonly troubleSince?: Instant;
}

/** Told by the relay, seen by the partner. */
export interface Progress {
  of(partnerId: string): Promise<StreamProgress | undefined>;
  moved(partnerId: string, position: bigint, delivered: number): Promise<void>;
  troubled(partnerId: string): Promise<void>;
}

const ofSql = `
SELECT coalesce(p.position, r.after_position) AS position, coalesce(p.delivered, 0) AS delivered, p.last_delivery_at,
  p.trouble_since, coalesce((SELECT max(position) FROM log.position), 0) AS log_position,
  (SELECT e.stored_at FROM log.position l JOIN log.event e USING (epoch, transaction_id, seq)
    WHERE l.position = coalesce(p.position, r.after_position) + 1) AS waiting_since
FROM partner.registration r LEFT JOIN partner.progress p USING (partner_id) WHERE r.partner_id = $1`;

// A relay that lost its leadership without knowing it yet must not turn the figure back.
const movedSql = `
INSERT INTO partner.progress AS p (partner_id, position, reached_at, delivered, last_delivery_at)
VALUES ($1, $2, clock_timestamp(), $3::bigint, CASE WHEN $3::bigint > 0 THEN clock_timestamp() END)
ON CONFLICT (partner_id) DO UPDATE SET position = greatest(p.position, excluded.position),
  reached_at = excluded.reached_at, delivered = p.delivered + excluded.delivered,
  last_delivery_at = coalesce(excluded.last_delivery_at, p.last_delivery_at), trouble_since = NULL`;

const troubledSql = `
INSERT INTO partner.progress AS p (partner_id, position, trouble_since)
SELECT partner_id, after_position, clock_timestamp() FROM partner.registration WHERE partner_id = $1
ON CONFLICT (partner_id) DO UPDATE SET trouble_since = coalesce(p.trouble_since, excluded.trouble_since)`;

interface Row {
  readonly position: string;
  readonly log_position: string;
  readonly waiting_since: Date | null;
  readonly delivered: string;
  readonly last_delivery_at: Date | null;
  readonly trouble_since: Date | null;
}

export function createProgress(pool: pg.Pool): Progress {
  return {
    of: async (partnerId) => {
      const { rows } = await pool.query<Row>({ name: 'partner.progress', text: ofSql, values: [partnerId] });
      const [row] = rows;
      if (row === undefined) return undefined;
      return {
        position: BigInt(row.position),
        logPosition: BigInt(row.log_position),
        delivered: Number(row.delivered),
        ...(row.waiting_since && { waitingSince: row.waiting_since.toISOString() }),
        ...(row.last_delivery_at && { lastDeliveryAt: row.last_delivery_at.toISOString() }),
        ...(row.trouble_since && { troubleSince: row.trouble_since.toISOString() }),
      };
    },
    moved: async (partnerId, position, delivered) => {
      await pool.query({ name: 'partner.moved', text: movedSql, values: [partnerId, position, delivered] });
    },
    troubled: async (partnerId) => {
      await pool.query({ name: 'partner.troubled', text: troubledSql, values: [partnerId] });
    },
  };
}
