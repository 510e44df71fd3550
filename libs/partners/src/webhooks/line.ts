import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Endpoint } from './endpoints.ts';
import type { DeliveryKind } from './letters.ts';

/** What a partner is told of, by its ids: an event, or that a consent was ended by it. */
export interface DeliveredEvent {
  readonly episodeId: string;
  readonly eventId: string;
  readonly position: bigint;
  /** Left out: the event itself. */
  readonly endedConsentId?: string;
}

/** A message that is to be sent now. */
export interface DueDelivery {
  readonly deliveryId: string;
  readonly endpointId: string;
  /** Where to: what comes of it is the endpoint's only as long as that is its address. */
  readonly url: string;
  readonly kind: DeliveryKind;
  /** Undefined: a message that tells of nobody. */
  readonly event?: DeliveredEvent & { readonly number: number };
  /** Made before this one. */
  readonly attempts: number;
  readonly begunAt: Date;
}

/** What came of an attempt. `status` and `reason` are codes for the partner to see. */
export interface Told {
  readonly status?: number;
  readonly reason?: string;
}

/** When an endpoint is left alone, so that one that is away costs nobody anything. */
export interface Circuit {
  /** After so many attempts in a row that were not taken. */
  readonly failures: number;
  /** For so long; twice as long after each further attempt. */
  readonly firstMs: number;
  readonly mostMs: number;
}

/** The deliveries that wait, in line: of one journey the next goes when the one before is settled. */
export interface Line {
  /** Puts events in line, and notes that the log was looked at as far as `upTo`; what is there stays as it is. */
  add(endpointId: string, events: readonly DeliveredEvent[], upTo: bigint, now: Date): Promise<void>;
  /**
   * The next ones of an endpoint that are due, each the first of its journey. They are taken for `leaseMs`: whoever
   * dies with them leaves them to another. None, where the endpoint has another address by now.
   */
  take(
    endpoint: Pick<Endpoint, 'endpointId' | 'url'>,
    limit: number,
    leaseMs: number,
    now: Date,
  ): Promise<readonly DueDelivery[]>;
  delivered(delivery: DueDelivery, told: Told, now: Date): Promise<void>;
  /** Not taken: again at `dueAt`, or never if undefined. */
  failed(delivery: DueDelivery, told: Told & { readonly dueAt: Date | undefined }, now: Date): Promise<void>;
  /** An attempt was not taken: the endpoint is left alone as its circuit says, and as it asked. */
  pause(delivery: DueDelivery, circuit: Circuit, askedUntil: Date | undefined, now: Date): Promise<void>;
  /** It may not be told any more: nothing was sent. */
  cancelled(delivery: DueDelivery, reason: string, now: Date): Promise<void>;
  /** The receiver said that it is gone for good: nothing more is sent, what waits is dead. */
  gone(delivery: DueDelivery, told: Told, now: Date): Promise<void>;
  /** Nothing was tried, a server of ours is away: again at `dueAt`. */
  putOff(delivery: DueDelivery, dueAt: Date): Promise<void>;
}

const addSql = `
WITH added AS (
  INSERT INTO partner.delivery (delivery_id, endpoint_id, kind, episode_id, event_id, position, ended_consent_id,
    begun_at, due_at, event_number)
  SELECT unnest($2::uuid[]), $1, 'event', unnest($3::uuid[]), unnest($4::uuid[]), unnest($5::bigint[]),
    unnest($8::text[]), $6, $6, e.events + generate_series(1, cardinality($2::uuid[]))
  FROM partner.endpoint e WHERE e.endpoint_id = $1
  ON CONFLICT (endpoint_id, event_id, ended_consent_id) WHERE kind = 'event' DO NOTHING
  RETURNING event_number
)
UPDATE partner.endpoint SET after_position = greatest(after_position, $7),
  events = greatest(events, (SELECT max(event_number) FROM added))
WHERE endpoint_id = $1`;
// What is under way is due later and still waits: so it keeps back what comes after it in its journey.
const takeSql = `
UPDATE partner.delivery SET attempts = attempts + 1, due_at = $3
WHERE delivery_id IN (
  SELECT w.delivery_id FROM partner.delivery w JOIN partner.endpoint e USING (endpoint_id)
  WHERE w.endpoint_id = $1 AND e.url = $5 AND w.state = 'waiting' AND w.due_at <= $2
    AND (e.state = 'active' OR e.state = 'asked' AND w.kind = 'handshake')
    AND NOT EXISTS (
      SELECT FROM partner.delivery b WHERE b.endpoint_id = $1 AND b.state = 'waiting'
        AND b.episode_id = w.episode_id
        AND (b.position, b.ended_consent_id) < (w.position, w.ended_consent_id)
    )
  ORDER BY w.due_at, w.position LIMIT $4 FOR UPDATE OF w SKIP LOCKED
)
RETURNING delivery_id AS "deliveryId", episode_id, event_id, position, ended_consent_id,
  kind, event_number::float8 AS number, attempts - 1 AS attempts, begun_at AS "begunAt"`;
const settle = (state: string): string => `
UPDATE partner.delivery SET state = '${state}', status = $2, reason = $3, settled_at = $4
WHERE delivery_id = $1 AND state = 'waiting'`;
const deliveredSql = `
WITH settled AS (${settle('delivered')} RETURNING endpoint_id, kind)
UPDATE partner.endpoint e SET failures = 0, paused_until = NULL, delivered_at = $4,
  state = CASE WHEN e.state = 'asked' AND s.kind = 'handshake' THEN 'active' ELSE e.state END
FROM settled s WHERE e.endpoint_id = s.endpoint_id`;
// Of several that were under way together those after the pause began do not lengthen it.
const pauseSql = `
UPDATE partner.endpoint SET failures = failures + 1, paused_until = greatest($6::timestamptz, CASE
  WHEN failures + 1 >= $2
  THEN $5::timestamptz + least($4, $3 * 2 ^ least(failures + 1 - $2, 30)) * interval '1 millisecond' END)
WHERE endpoint_id = $1 AND url = $7 AND (paused_until IS NULL OR paused_until <= $5)`;
const againSql = `
UPDATE partner.delivery SET due_at = $2, status = $3, reason = $4 WHERE delivery_id = $1 AND state = 'waiting'`;
const goneSql = `
WITH gone AS (
  UPDATE partner.endpoint SET state = 'gone', changed_at = $4 WHERE endpoint_id = $1 AND url = $5 AND state <> 'off'
  RETURNING endpoint_id
)
UPDATE partner.delivery SET state = 'dead', status = CASE WHEN delivery_id = $2 THEN $3::int END, reason = 'gone', settled_at = $4
WHERE endpoint_id IN (SELECT endpoint_id FROM gone) AND state = 'waiting'`;
const putOffSql = `
UPDATE partner.delivery SET due_at = $2, attempts = attempts - 1 WHERE delivery_id = $1 AND state = 'waiting'`;

interface TakenRow {
  readonly deliveryId: string;
  readonly episode_id: string | null;
  readonly event_id: string | null;
  readonly position: string | null;
  /** Empty: the event itself. */
  readonly ended_consent_id: string;
  readonly kind: DeliveryKind;
  readonly number: number | null;
  readonly attempts: number;
  readonly begunAt: Date;
}

export function createLine(pool: pg.Pool): Line {
  const query = (name: string, text: string, values: readonly unknown[]) =>
    pool.query({ name: `partner.${name}`, text, values: [...values] });
  const values = ({ deliveryId }: DueDelivery, { status, reason }: Told): readonly unknown[] => [
    deliveryId,
    status ?? null,
    reason ?? null,
  ];
  return {
    add: async (endpointId, events, upTo, now) => {
      const ids = events.map(() => randomUUID());
      const [episodes, facts] = [events.map(({ episodeId }) => episodeId), events.map(({ eventId }) => eventId)];
      const places = events.map(({ position }) => position);
      const ended = events.map(({ endedConsentId = '' }) => endedConsentId);
      await query('add-deliveries', addSql, [endpointId, ids, episodes, facts, places, now, upTo, ended]);
    },
    take: async ({ endpointId, url }, limit, leaseMs, now) => {
      const text = { name: 'partner.take', text: takeSql };
      const until = new Date(now.getTime() + leaseMs);
      const { rows } = await pool.query<TakenRow>({ ...text, values: [endpointId, now, until, limit, url] });
      return rows.map((row) => taken({ endpointId, url }, row));
    },
    delivered: async (delivery, told, now) => {
      await query('delivered', deliveredSql, [...values(delivery, told), now]);
    },
    failed: async (delivery, { dueAt, ...told }, now) => {
      const [deliveryId, ...what] = values(delivery, told);
      if (dueAt === undefined) await query('dead', settle('dead'), [deliveryId, ...what, now]);
      else await query('again', againSql, [deliveryId, dueAt, ...what]);
    },
    pause: async ({ endpointId, url }, { failures, firstMs, mostMs }, askedUntil, now) => {
      await query('pause', pauseSql, [endpointId, failures, firstMs, mostMs, now, askedUntil ?? null, url]);
    },
    cancelled: async (delivery, reason, now) => {
      await query('cancelled', settle('cancelled'), [...values(delivery, { reason }), now]);
    },
    gone: async ({ deliveryId, endpointId, url }, { status }, now) => {
      await query('gone', goneSql, [endpointId, deliveryId, status ?? null, now, url]);
    },
    putOff: async ({ deliveryId }, dueAt) => {
      await query('put-off', putOffSql, [deliveryId, dueAt]);
    },
  };
}

function taken(endpoint: Pick<Endpoint, 'endpointId' | 'url'>, row: TakenRow): DueDelivery {
  const { episode_id: episodeId, event_id: eventId, position, ended_consent_id: ended, number, ...delivery } = row;
  if (episodeId === null || eventId === null || position === null) return { ...delivery, ...endpoint };
  const event = {
    episodeId,
    eventId,
    position: BigInt(position),
    number: number ?? 0,
    ...(ended !== '' && { endedConsentId: ended }),
  };
  return { ...delivery, ...endpoint, event };
}
