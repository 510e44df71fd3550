import { randomUUID } from 'node:crypto';
import { SubscriptionSettings } from '@stepway/contracts';
import type pg from 'pg';
import type { EndpointSeal } from './endpoint-seal.ts';
import { headersOf, inForce, newKey, openKeys, rotated, sealKeys, type SigningKey } from './secrets.ts';

export const endpointStates = ['asked', 'active', 'gone', 'off'] as const;
export type EndpointState = (typeof endpointStates)[number];

/** Where a partner is told. */
export interface Endpoint {
  readonly endpointId: string;
  readonly partnerId: string;
  /** Of a FHIR Subscription: what it asks for, and the header fields that its receiver wants. */
  readonly subscription?: { readonly settings: SubscriptionSettings; readonly headers: readonly string[] };
  readonly url: string;
  readonly state: EndpointState;
  /** As far as the log was looked at for it. */
  readonly afterPosition: bigint;
  /** The secrets that sign now. */
  readonly keys: readonly SigningKey[];
  /** Attempts in a row that were not taken. */
  readonly failures: number;
  readonly pausedUntil: Date | null;
  readonly deliveredAt: Date | null;
  /** Put in line since it began. */
  readonly events: number;
}

/** Where to tell, as the partner says, by whom it was said, and when. */
export interface EndpointChange {
  readonly partnerId: string;
  readonly by: string;
  readonly now: Date;
}

export interface Endpoints {
  /** The webhook of a partner; undefined: it has none, or it was ended. */
  ofPartner(partnerId: string, now: Date): Promise<Endpoint | undefined>;
  /** All that may be sent to: those that have not yet answered, too. */
  open(now: Date): Promise<readonly Endpoint[]>;
  /**
   * Makes the webhook of a partner, or gives it another address. Either way it has to answer a first message
   * before it is told anything; until then events wait.
   * @param change.afterPosition of the log: what came before is not sent
   * @returns the secret of a new one, told this once
   */
  set(
    change: EndpointChange & { readonly url: string; readonly afterPosition: bigint },
  ): Promise<{ readonly secret?: string }>;
  /** A new secret, told this once; those before sign beside it for `overlapMs`. Undefined: there is no webhook. */
  rotate(change: EndpointChange & { readonly overlapMs: number }): Promise<string | undefined>;
  /** Ends it; what waits is cancelled. False: there is none. */
  end(change: EndpointChange): Promise<boolean>;
  /** Asks it once more whether it is there, unless it is about to be. False: there is none. */
  ask(change: EndpointChange): Promise<boolean>;
}

const columns = `endpoint_id AS "endpointId", partner_id AS "partnerId", url, state, after_position, root_kid, secrets,
  failures, paused_until AS "pausedUntil", delivered_at AS "deliveredAt", events::float8, settings, headers`;
const ofPartnerSql = `SELECT ${columns} FROM partner.endpoint WHERE partner_id = $1 AND kind = 'webhook' AND state <> 'off'`;
const openSql = `SELECT ${columns} FROM partner.endpoint WHERE state IN ('asked', 'active') ORDER BY endpoint_id`;
// Of two that make it at the same moment one wins; the other finds its row and changes the address.
const setSql = `
WITH kept AS (
  INSERT INTO partner.endpoint (endpoint_id, partner_id, kind, url, after_position, root_kid, secrets,
    created_at, changed_at, changed_by)
  VALUES ($1, $2, 'webhook', $3, $4, $5, $6, $7, $7, $8)
  ON CONFLICT (partner_id) WHERE kind = 'webhook' AND state <> 'off' DO UPDATE
    SET url = $3, state = 'asked', failures = 0, paused_until = NULL, changed_at = $7, changed_by = $8
  RETURNING endpoint_id
), asked AS (
  INSERT INTO partner.delivery (delivery_id, endpoint_id, kind, begun_at, due_at)
  SELECT $9, endpoint_id, 'handshake', $7, $7 FROM kept
), before AS (
  UPDATE partner.delivery SET state = 'cancelled', reason = 'asked-again', settled_at = $7
  WHERE kind = 'handshake' AND state = 'waiting' AND endpoint_id IN (SELECT endpoint_id FROM kept)
)
SELECT endpoint_id AS "endpointId" FROM kept`;
const keysSql = `
UPDATE partner.endpoint SET root_kid = $2, secrets = $3, changed_at = $4, changed_by = $5
WHERE endpoint_id = $1 AND secrets = $6`;
const endSql = `
WITH ended AS (
  UPDATE partner.endpoint SET state = 'off', changed_at = $2, changed_by = $3
  WHERE partner_id = $1 AND kind = 'webhook' AND state <> 'off' RETURNING endpoint_id
), cancelled AS (
  UPDATE partner.delivery SET state = 'cancelled', reason = 'ended', settled_at = $2
  WHERE state = 'waiting' AND endpoint_id IN (SELECT endpoint_id FROM ended)
)
SELECT endpoint_id FROM ended`;
const askSql = `
WITH there AS (
  SELECT endpoint_id FROM partner.endpoint
  WHERE partner_id = $2 AND kind = 'webhook' AND state IN ('asked', 'active')
), asked AS (
  INSERT INTO partner.delivery (delivery_id, endpoint_id, kind, begun_at, due_at)
  SELECT $1, endpoint_id, 'handshake', $3, $3 FROM there t WHERE NOT EXISTS (
    SELECT FROM partner.delivery d WHERE d.endpoint_id = t.endpoint_id AND d.kind = 'handshake' AND d.state = 'waiting'
  )
)
SELECT FROM there`;

type Row = Omit<Endpoint, 'keys' | 'afterPosition' | 'subscription'> & {
  readonly settings: unknown;
  readonly headers: Buffer | null;
  readonly after_position: string;
  readonly root_kid: string;
  readonly secrets: Buffer;
};

export function createEndpoints(pool: pg.Pool, seal: EndpointSeal): Endpoints {
  const allKeys = ({ endpointId, root_kid: rootKid, secrets: sealed }: Row) =>
    openKeys(seal, endpointId, { rootKid, sealed });
  const opened = (row: Row, now: Date): Endpoint => {
    const { after_position: after, root_kid: rootKid, secrets: _sealed, settings, headers: sealed, ...endpoint } = row;
    const whole = { ...endpoint, afterPosition: BigInt(after), keys: inForce(allKeys(row), now) };
    if (sealed === null) return whole;
    const headers: string[] = JSON.parse(seal.open(headersOf(row.endpointId), { rootKid, sealed }).toString('utf8'));
    return { ...whole, subscription: { settings: SubscriptionSettings.parse(settings), headers } };
  };
  const find = async (partnerId: string): Promise<Row | undefined> =>
    (await pool.query<Row>({ name: 'partner.endpoint', text: ofPartnerSql, values: [partnerId] })).rows[0];
  return {
    ofPartner: async (partnerId, now) => {
      const row = await find(partnerId);
      return row && opened(row, now);
    },
    open: async (now) => {
      const { rows } = await pool.query<Row>({ name: 'partner.open-endpoints', text: openSql });
      return rows.map((row) => opened(row, now));
    },
    set: async ({ partnerId, url, afterPosition, by, now }) => {
      const endpointId = randomUUID();
      const key = newKey(now);
      const { rootKid, sealed } = sealKeys(seal, endpointId, [key]);
      const values = [endpointId, partnerId, url, afterPosition, rootKid, sealed, now, by, randomUUID()];
      const { rows } = await pool.query<{ endpointId: string }>({ name: 'partner.set-endpoint', text: setSql, values });
      return rows[0]?.endpointId === endpointId ? { secret: key.secret } : {};
    },
    rotate: async (change) => {
      const { partnerId, overlapMs, by, now } = change;
      for (;;) {
        const row = await find(partnerId);
        if (row === undefined) return undefined;
        const key = newKey(now);
        const { rootKid, sealed } = sealKeys(seal, row.endpointId, rotated(allKeys(row), key, now, overlapMs));
        const values = [row.endpointId, rootKid, sealed, now, by, row.secrets];
        // Somebody else rotated in between: neither of the two secrets that were told may be lost.
        if ((await pool.query({ name: 'partner.set-keys', text: keysSql, values })).rowCount === 1) return key.secret;
      }
    },
    end: async ({ partnerId, by, now }) =>
      (await pool.query({ name: 'partner.end-endpoint', text: endSql, values: [partnerId, now, by] })).rowCount === 1,
    ask: async ({ partnerId, now }) =>
      (await pool.query({ name: 'partner.ask-endpoint', text: askSql, values: [randomUUID(), partnerId, now] }))
        .rowCount === 1,
  };
}
