import type { Partner } from '@stepway/contracts';
import type { Registrations } from '@stepway/partners';
import type pg from 'pg';

type Keys = NonNullable<Partner['jwks']>['keys'];

/** What is known of a partner as a caller. */
export interface PartnerClients {
  isActive(partnerId: string): Promise<boolean>;
  /** Its registered keys; undefined for one that is not there or not active, or has none. */
  keysOf(partnerId: string): Promise<Keys | undefined>;
  /** Whether this assertion is used for the first time; remembered until it has ended. */
  useOnce(assertionHash: Buffer, endsAt: Date, now: Date): Promise<boolean>;
}

// The ended ones go with it: there are never more than a few minutes of them.
const useSql = `
WITH ended AS (DELETE FROM partner.assertion WHERE ends_at < $3)
INSERT INTO partner.assertion (assertion_hash, ends_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

export function createPartnerClients(pool: pg.Pool, registrations: Registrations): PartnerClients {
  const active = async (partnerId: string): Promise<Partner | undefined> => {
    const found = await registrations.find(partnerId);
    return found?.partner.active === true ? found.partner : undefined;
  };
  return {
    isActive: async (partnerId) => (await active(partnerId)) !== undefined,
    keysOf: async (partnerId) => (await active(partnerId))?.jwks?.keys,
    useOnce: async (assertionHash, endsAt, now) => {
      const { rowCount } = await pool.query({
        name: 'partner.use-assertion',
        text: useSql,
        values: [assertionHash, endsAt, now],
      });
      return rowCount === 1;
    },
  };
}
