import { randomUUID } from 'node:crypto';
import { SubscriptionSettings } from '@stepway/contracts';
import type pg from 'pg';
import type { EndpointSeal } from './endpoint-seal.ts';
import type { EndpointState } from './endpoints.ts';
import type { DeliveredEvent } from './line.ts';
import { headersOf, sealKeys } from './secrets.ts';

/** A FHIR Subscription of a partner. */
export interface Subscription {
  readonly subscriptionId: string;
  readonly url: string;
  readonly state: EndpointState;
  readonly settings: SubscriptionSettings;
  readonly failures: number;
  readonly endsAt: Date | null;
  /** Put in line since it began. */
  readonly events: number;
}

/** One that was put in line for a Subscription. */
export interface NumberedEvent extends DeliveredEvent {
  readonly number: number;
}

export interface Subscriptions {
  /**
   * It has to answer a handshake before it is told anything.
   * @returns its id; undefined where the partner has `subscriptionsAtOnce` already
   */
  create(wanted: {
    readonly partnerId: string;
    readonly url: string;
    readonly settings: SubscriptionSettings;
    readonly headers: readonly string[];
    readonly endsAt: Date | undefined;
    readonly afterPosition: bigint;
    readonly by: string;
    readonly now: Date;
  }): Promise<string | undefined>;
  /** One of the partner's own that was not ended. */
  find(partnerId: string, subscriptionId: string): Promise<Subscription | undefined>;
  /** The oldest first. */
  list(partnerId: string): Promise<readonly Subscription[]>;
  end(partnerId: string, subscriptionId: string, by: string, now: Date): Promise<boolean>;
  /** The events of these numbers. */
  events(subscriptionId: string, from: number, to: number): Promise<readonly NumberedEvent[]>;
  /** Puts in line a sign of life for each that was told nothing for as long as it asked; ends those whose time is over. */
  tend(now: Date): Promise<void>;
}

/** So many of one partner: each is looked after by itself, and the others wait their turn meanwhile. */
export const subscriptionsAtOnce = 20;

const columns = `endpoint_id AS "subscriptionId", url, state, settings, failures, ends_at AS "endsAt", events::float8`;
const createSql = `
WITH made AS (
  INSERT INTO partner.endpoint (endpoint_id, partner_id, kind, url, after_position, root_kid, secrets, headers, settings,
    ends_at, created_at, changed_at, changed_by)
  SELECT $1, $2, 'subscription', $3, $4, $5, $6, $7, $8, $9, $10, $10, $11
  WHERE $13 > (SELECT count(*) FROM partner.endpoint
    WHERE partner_id = $2 AND kind = 'subscription' AND state <> 'off')
  RETURNING endpoint_id
)
INSERT INTO partner.delivery (delivery_id, endpoint_id, kind, begun_at, due_at)
SELECT $12, endpoint_id, 'handshake', $10, $10 FROM made`;
const own = `FROM partner.endpoint WHERE partner_id = $1 AND kind = 'subscription' AND state <> 'off'`;
const endSql = `
WITH ended AS (
  UPDATE partner.endpoint SET state = 'off', changed_at = $3, changed_by = $4
  WHERE partner_id = $1 AND endpoint_id = $2 AND kind = 'subscription' AND state <> 'off' RETURNING endpoint_id
), cancelled AS (
  UPDATE partner.delivery SET state = 'cancelled', reason = 'ended', settled_at = $3
  WHERE state = 'waiting' AND endpoint_id IN (SELECT endpoint_id FROM ended)
)
SELECT FROM ended`;
const eventsSql = `
SELECT episode_id AS "episodeId", event_id AS "eventId", position, event_number::float8 AS number FROM partner.delivery
WHERE endpoint_id = $1 AND kind = 'event' AND event_number BETWEEN $2 AND $3 ORDER BY event_number LIMIT 100`;
const overSql = `
WITH over AS (
  UPDATE partner.endpoint SET state = 'off', changed_at = $1 WHERE kind = 'subscription' AND state <> 'off' AND ends_at <= $1
  RETURNING endpoint_id
)
UPDATE partner.delivery SET state = 'cancelled', reason = 'ended', settled_at = $1
WHERE state = 'waiting' AND endpoint_id IN (SELECT endpoint_id FROM over)`;
const heartbeatSql = `
INSERT INTO partner.delivery (delivery_id, endpoint_id, kind, begun_at, due_at)
SELECT gen_random_uuid(), endpoint_id, 'heartbeat', $1, $1 FROM partner.endpoint e
WHERE kind = 'subscription' AND state = 'active' AND settings ? 'heartbeatSeconds'
  AND delivered_at <= $1::timestamptz - (settings->>'heartbeatSeconds')::int * interval '1 second'
  AND NOT EXISTS (SELECT FROM partner.delivery d WHERE d.endpoint_id = e.endpoint_id AND d.state = 'waiting')`;

type Row = Omit<Subscription, 'settings'> & { readonly settings: unknown };
const opened = ({ settings, ...row }: Row): Subscription => ({
  ...row,
  settings: SubscriptionSettings.parse(settings),
});

export function createSubscriptions(pool: pg.Pool, seal: EndpointSeal): Subscriptions {
  return {
    create: async ({ partnerId, url, settings, headers, endsAt, afterPosition, by, now }) => {
      const id = randomUUID();
      const { rootKid, sealed } = sealKeys(seal, id, []);
      const fields = seal.seal(headersOf(id), Buffer.from(JSON.stringify(headers), 'utf8')).sealed;
      const values = [id, partnerId, url, afterPosition, rootKid, sealed, fields, settings];
      const rest = [endsAt ?? null, now, by, randomUUID(), subscriptionsAtOnce];
      const made = await pool.query({ name: 'partner.subscribe', text: createSql, values: [...values, ...rest] });
      return made.rowCount === 1 ? id : undefined;
    },
    find: async (partnerId, subscriptionId) => {
      const query = { name: 'partner.subscription', text: `SELECT ${columns} ${own} AND endpoint_id = $2` };
      const row = (await pool.query<Row>({ ...query, values: [partnerId, subscriptionId] })).rows[0];
      return row && opened(row);
    },
    list: async (partnerId) => {
      const text = `SELECT ${columns} ${own} ORDER BY created_at`;
      return (await pool.query<Row>({ name: 'partner.subscriptions', text, values: [partnerId] })).rows.map(opened);
    },
    end: async (partnerId, subscriptionId, by, now) => {
      const values = [partnerId, subscriptionId, now, by];
      return (await pool.query({ name: 'partner.unsubscribe', text: endSql, values })).rowCount === 1;
    },
    events: async (subscriptionId, from, to) => {
      type Found = Omit<NumberedEvent, 'position'> & { readonly position: string };
      const query = { name: 'partner.subscription-events', text: eventsSql, values: [subscriptionId, from, to] };
      const { rows } = await pool.query<Found>(query);
      return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
    },
    tend: async (now) => {
      await pool.query({ name: 'partner.subscriptions-over', text: overSql, values: [now] });
      await pool.query({ name: 'partner.heartbeats', text: heartbeatSql, values: [now] });
    },
  };
}
