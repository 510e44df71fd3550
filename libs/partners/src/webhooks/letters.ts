import type pg from 'pg';

export const deliveryStates = ['waiting', 'delivered', 'cancelled', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
export const deliveryKinds = ['event', 'handshake', 'heartbeat'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** A delivery, as its partner sees it. */
export interface Delivery {
  readonly deliveryId: string;
  readonly kind: DeliveryKind;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly begunAt: Date;
  /** Of one that waits: when it is sent next, if those before it in its journey are settled. */
  readonly dueAt: Date;
  readonly status: number | null;
  readonly reason: string | null;
  readonly settledAt: Date | null;
}

export interface DeliveryCounts {
  readonly waiting: number;
  readonly dead: number;
}

/** The deliveries of a partner's webhook, to look at and to ask for again. */
export interface Letters {
  /** The newest first. @param query.before the last one of the page before */
  list(query: {
    readonly partnerId: string;
    /** Left out: all. */
    readonly state?: DeliveryState;
    readonly limit: number;
    readonly before?: { readonly begunAt: string; readonly deliveryId: string };
  }): Promise<readonly Delivery[]>;
  counts(partnerId: string): Promise<DeliveryCounts>;
  /** One that was delivered or is dead, again. False: there is no such one. */
  redeliver(partnerId: string, deliveryId: string, now: Date): Promise<boolean>;
  /** All that are dead, again; how many. */
  redeliverDead(partnerId: string, now: Date): Promise<number>;
  /**
   * Deletes those of all partners that were settled long ago, some at a time; what tells of nobody after a day.
   * @param eventsForDays how long those of events are kept
   * @returns whether there may be more
   */
  forget(eventsForDays: number, now: Date): Promise<boolean>;
}

const dayMs = 86_400_000;
/** So many of each kind in one statement. */
const atATime = 1_000;

const columns = `delivery_id AS "deliveryId", d.kind, d.state, attempts, begun_at AS "begunAt", due_at AS "dueAt", status,
  reason, settled_at AS "settledAt"`;
const ofPartner = `partner.delivery d JOIN partner.endpoint e USING (endpoint_id)
WHERE e.partner_id = $1 AND e.kind = 'webhook' AND e.state <> 'off'`;
const listSql = `
SELECT ${columns} FROM ${ofPartner} AND ($2::text IS NULL OR d.state = $2)
  AND ($4::timestamptz IS NULL OR (d.begun_at, d.delivery_id) < ($4, $5::uuid))
ORDER BY d.begun_at DESC, d.delivery_id DESC LIMIT $3`;
const countsSql = `
SELECT count(*) FILTER (WHERE d.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE d.state = 'dead')::int AS dead
FROM ${ofPartner} AND d.state IN ('waiting', 'dead')`;
// What may be told is asked again when it is sent.
const again = `
UPDATE partner.delivery SET state = 'waiting', attempts = 0, begun_at = $2, due_at = $2, status = NULL, reason = NULL,
  settled_at = NULL
WHERE endpoint_id IN (SELECT endpoint_id FROM partner.endpoint WHERE partner_id = $1 AND kind = 'webhook' AND state <> 'off')
  AND kind = 'event'`;
const redeliverSql = `${again} AND delivery_id = $3 AND state IN ('delivered', 'dead')`;
const redeliverDeadSql = `${again} AND state = 'dead'`;
const forgetSql = `
WITH old AS (
  (SELECT delivery_id FROM partner.delivery WHERE state <> 'waiting' AND kind = 'event' AND settled_at <= $1 LIMIT $3)
  UNION ALL
  (SELECT delivery_id FROM partner.delivery
    WHERE state <> 'waiting' AND kind IN ('handshake', 'heartbeat') AND settled_at <= $2 LIMIT $3)
)
DELETE FROM partner.delivery d USING old WHERE d.delivery_id = old.delivery_id AND d.state <> 'waiting'`;

export function createLetters(pool: pg.Pool): Letters {
  return {
    list: async ({ partnerId, state, limit, before }) => {
      const values = [partnerId, state ?? null, limit, before?.begunAt ?? null, before?.deliveryId ?? null];
      return (await pool.query<Delivery>({ name: 'partner.deliveries', text: listSql, values })).rows;
    },
    counts: async (partnerId) => {
      const query = { name: 'partner.delivery-counts', text: countsSql, values: [partnerId] };
      return (await pool.query<DeliveryCounts>(query)).rows[0] ?? { waiting: 0, dead: 0 };
    },
    redeliver: async (partnerId, deliveryId, now) => {
      const values = [partnerId, now, deliveryId];
      return (await pool.query({ name: 'partner.redeliver', text: redeliverSql, values })).rowCount === 1;
    },
    redeliverDead: async (partnerId, now) => {
      const query = { name: 'partner.redeliver-dead', text: redeliverDeadSql, values: [partnerId, now] };
      return (await pool.query(query)).rowCount ?? 0;
    },
    forget: async (eventsForDays, now) => {
      const before = (days: number): Date => new Date(now.getTime() - days * dayMs);
      const values = [before(eventsForDays), before(1), atATime];
      return ((await pool.query({ name: 'partner.forget', text: forgetSql, values })).rowCount ?? 0) >= atATime;
    },
  };
}
