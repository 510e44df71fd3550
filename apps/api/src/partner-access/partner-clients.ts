import type { Partner } from '@stepway/contracts';
import type { Registrations } from '@stepway/partners';
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type pg from 'pg';
import type { RemoteKeys } from './remote-keys.ts';

export interface PartnerKeys {
  readonly find: JWTVerifyGetKey;
  /** Where it publishes keys, as it was registered. */
  readonly jwksUri: string | undefined;
}

/** What is known of a partner as a caller. */
export interface PartnerClients {
  isActive(partnerId: string): Promise<boolean>;
  /**
   * What finds its keys: those registered, then those that it publishes. Undefined for one that is not there or not
   * active, or has none.
   */
  keysOf(partnerId: string): Promise<PartnerKeys | undefined>;
  /** Whether this assertion is used for the first time; remembered until it has ended. */
  useOnce(assertionHash: Buffer, endsAt: Date, now: Date): Promise<boolean>;
}

// The ended ones go with it: there are never more than a few minutes of them.
const useSql = `
WITH ended AS (DELETE FROM partner.assertion WHERE ends_at < $3)
INSERT INTO partner.assertion (assertion_hash, ends_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

export function createPartnerClients(
  pool: pg.Pool,
  registrations: Registrations,
  remoteKeys: RemoteKeys,
): PartnerClients {
  const active = async (partnerId: string): Promise<Partner | undefined> => {
    const found = await registrations.find(partnerId);
    return found?.partner.active === true ? found.partner : undefined;
  };
  return {
    isActive: async (partnerId) => (await active(partnerId)) !== undefined,
    keysOf: async (partnerId) => {
      const { jwks, jwksUri } = (await active(partnerId)) ?? {};
      const registered = jwks && createLocalJWKSet({ keys: [...jwks.keys] });
      const published = jwksUri === undefined ? undefined : remoteKeys(partnerId, jwksUri);
      const find = registered && published ? firstOf(registered, published) : (registered ?? published);
      return find && { find, jwksUri };
    },
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

const firstOf =
  (first: JWTVerifyGetKey, second: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (header, token) => {
    try {
      return await first(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return second(header, token);
      throw error;
    }
  };
