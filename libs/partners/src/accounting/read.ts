import { DisclosureItem } from '@stepway/contracts';
import type { Instant } from '@stepway/pathway';
import type pg from 'pg';

export interface AccountQuery {
  readonly patientId: string;
  /** From this instant, and before that. */
  readonly from: Instant;
  readonly to?: Instant | undefined;
  readonly after?: { readonly decidedAt: Instant; readonly disclosureId: string } | undefined;
  readonly limit: number;
}

/** What was told of one person, the newest first (42 CFR 2.25). */
export type ReadAccount = (query: AccountQuery) => Promise<readonly DisclosureItem[]>;

/** Which event a partner means by the id under which it was told of it. */
export type EventTold = (partnerId: string, reference: string) => Promise<string | undefined>;

// Moments are kept to the millisecond, so that a cursor finds them again.
const readSql = `
SELECT d.disclosure_id AS "disclosureId", d.decided_at AS "decidedAt", d.partner_id AS "partnerId",
  r.settings->>'title' AS partner, d.patient_id AS "patientId", d.episode_id AS "episodeId", d.purpose,
  d.consent_id AS "consentId", d.consent_version AS "consentVersion", d.channel, d.event_id AS "eventId",
  d.event_type AS "eventType", d.reference, d.resource_types AS "resourceTypes", d.fields
FROM partner.disclosure d JOIN partner.registration r USING (partner_id)
WHERE d.patient_id = $1 AND d.decided_at >= $2 AND ($3::timestamptz IS NULL OR d.decided_at < $3)
  AND ($4::timestamptz IS NULL OR (d.decided_at, d.disclosure_id) < ($4, $5::uuid))
ORDER BY d.decided_at DESC, d.disclosure_id DESC LIMIT $6`;

export const createReadAccount =
  (pool: pg.Pool): ReadAccount =>
  async ({ patientId, from, to, after, limit }) => {
    const values = [patientId, from, to ?? null, after?.decidedAt ?? null, after?.disclosureId ?? null, limit];
    const { rows } = await pool.query<Record<string, unknown>>({ name: 'partner.account', text: readSql, values });
    return rows.map((row) =>
      DisclosureItem.parse(
        Object.fromEntries(
          Object.entries(row).flatMap(([name, value]) =>
            value === null ? [] : [[name, value instanceof Date ? value.toISOString() : value] as const],
          ),
        ),
      ),
    );
  };

const eventSql = `
SELECT event_id FROM partner.disclosure
WHERE reference = $1 AND partner_id = $2 AND event_id IS NOT NULL LIMIT 1`;

export const createEventTold =
  (pool: pg.Pool): EventTold =>
  async (partnerId, reference) => {
    const values = [reference, partnerId];
    const { rows } = await pool.query<{ event_id: string }>({ name: 'partner.event-told', text: eventSql, values });
    return rows[0]?.event_id;
  };
