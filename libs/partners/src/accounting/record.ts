import type { DisclosureChannel } from '@stepway/contracts';
import type { ConsentPurpose, Instant } from '@stepway/pathway';
import type pg from 'pg';

/** Something that is about to be told to a partner. */
export interface DisclosureToRecord {
  /** The same for the same telling: asked again, it is recorded once. */
  readonly disclosureId: string;
  /** When consent was asked. */
  readonly decidedAt: Instant;
  readonly partnerId: string;
  readonly patientId: string;
  readonly episodeId: string;
  /** Of the journey over which consent was asked. */
  readonly journeyVersion: number;
  readonly purpose: ConsentPurpose;
  readonly consentId: string;
  readonly consentVersion: number;
  readonly channel: DisclosureChannel;
  /** An event with the id under which the partner has it, or resources of FHIR. */
  readonly what:
    | { readonly eventId: string; readonly eventType: string; readonly reference: string }
    | { readonly resourceTypes: readonly string[] };
  readonly fields: readonly string[];
}

/**
 * Accounts for disclosures, before anything goes out.
 * @returns the ids of those that may now be told: the journey still stands where consent was asked of it. Of the others
 * ask again: something was recorded meanwhile, and it may be a revocation.
 */
export type RecordDisclosures = (disclosures: readonly DisclosureToRecord[]) => Promise<ReadonlySet<string>>;

// One statement: what is recorded was allowed over the journey as it stood when this was written.
const recordSql = `
WITH asked AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS a(disclosure_id uuid, decided_at timestamptz, partner_id text,
    patient_id uuid, episode_id uuid, journey_version bigint, purpose text, consent_id text, consent_version int,
    channel text, event_id uuid, event_type text, reference uuid, resource_types text[], fields text[])
), current AS (
  SELECT a.* FROM asked a
  JOIN log.stream s ON s.episode_id = a.episode_id::text AND s.version = a.journey_version
), stored AS (
  INSERT INTO partner.disclosure (disclosure_id, decided_at, partner_id, patient_id, episode_id, journey_version,
    purpose, consent_id, consent_version, channel, event_id, event_type, reference, resource_types, fields)
  SELECT disclosure_id, decided_at, partner_id, patient_id, episode_id, journey_version,
    purpose, consent_id, consent_version, channel, event_id, event_type, reference, resource_types, fields FROM current
  ON CONFLICT (disclosure_id) DO NOTHING
)
SELECT disclosure_id FROM current`;

export const createRecordDisclosures =
  (pool: pg.Pool): RecordDisclosures =>
  async (disclosures) => {
    if (disclosures.length === 0) return new Set();
    const { rows } = await pool.query<{ disclosure_id: string }>({
      name: 'partner.record-disclosures',
      text: recordSql,
      values: [JSON.stringify(disclosures.map(rowOf))],
    });
    return new Set(rows.map((row) => row.disclosure_id));
  };

function rowOf({ what, ...disclosure }: DisclosureToRecord): object {
  const event = 'eventId' in what ? what : undefined;
  return {
    disclosure_id: disclosure.disclosureId,
    decided_at: disclosure.decidedAt,
    partner_id: disclosure.partnerId,
    patient_id: disclosure.patientId,
    episode_id: disclosure.episodeId,
    journey_version: disclosure.journeyVersion,
    purpose: disclosure.purpose,
    consent_id: disclosure.consentId,
    consent_version: disclosure.consentVersion,
    channel: disclosure.channel,
    event_id: event?.eventId ?? null,
    event_type: event?.eventType ?? null,
    reference: event?.reference ?? null,
    resource_types: 'resourceTypes' in what ? what.resourceTypes : null,
    fields: disclosure.fields,
  };
}
