import { randomBytes } from 'node:crypto';
import { Partner } from '@stepway/contracts';
import type pg from 'pg';
import { createPseudonyms, type Pseudonyms } from '../disclosure/pseudonyms.ts';
import type { PartnerSeal } from '../partner-seal.ts';

/** A partner with what stands for our ids towards it. */
export interface RegisteredPartner {
  readonly partner: Partner;
  readonly pseudonyms: Pseudonyms;
  /** The stream begins after this place of the log. */
  readonly afterPosition: bigint;
}

/** Who outside may be told something. */
export interface Registrations {
  all(): Promise<readonly RegisteredPartner[]>;
  find(partnerId: string): Promise<RegisteredPartner | undefined>;
  /** Adds or changes one; its key of pseudonyms is made once and stays. */
  set(partner: Partner, by: string): Promise<void>;
}

interface Row {
  readonly settings: unknown;
  readonly root_kid: string;
  readonly pseudonym_key: Buffer;
  readonly after_position: string;
}

const columns = 'settings, root_kid, pseudonym_key, after_position';
const allSql = `SELECT ${columns} FROM partner.registration ORDER BY partner_id`;
const findSql = `SELECT ${columns} FROM partner.registration WHERE partner_id = $1`;
const setSql = `
INSERT INTO partner.registration (partner_id, settings, changed_by, root_kid, pseudonym_key, after_position)
VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(position), 0) FROM log.position))
ON CONFLICT (partner_id) DO UPDATE SET settings = $2, changed_by = $3, changed_at = clock_timestamp(),
  version = partner.registration.version + 1`;

export function createRegistrations(pool: pg.Pool, seal: PartnerSeal): Registrations {
  const ask = async (name: string, text: string, values: readonly unknown[] = []): Promise<RegisteredPartner[]> => {
    const { rows } = await pool.query<Row>({ name, text, values: [...values] });
    return rows.map((row) => {
      const partner = Partner.parse(row.settings);
      const key = seal.open(partner.partnerId, { rootKid: row.root_kid, sealed: row.pseudonym_key });
      return { partner, pseudonyms: createPseudonyms(key), afterPosition: BigInt(row.after_position) };
    });
  };
  return {
    all: () => ask('partner.all', allSql),
    find: async (partnerId) => (await ask('partner.find', findSql, [partnerId]))[0],
    set: async (partner, by) => {
      const { rootKid, sealed } = seal.seal(partner.partnerId, randomBytes(32));
      const values = [partner.partnerId, partner, by, rootKid, sealed];
      await pool.query({ name: 'partner.set', text: setSql, values });
    },
  };
}
