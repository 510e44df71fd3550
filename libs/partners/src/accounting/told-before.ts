import type pg from 'pg';

/** The consents of journeys by which this partner was told something: episode → consent → last version used. */
export type ToldBefore = (
  partnerId: string,
  episodeIds: readonly string[],
) => Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;

const sql = `
SELECT episode_id, consent_id, max(consent_version) AS version FROM partner.disclosure
WHERE partner_id = $1 AND episode_id = ANY($2::uuid[]) GROUP BY episode_id, consent_id`;

export const createToldBefore =
  (pool: pg.Pool): ToldBefore =>
  async (partnerId, episodeIds) => {
    const found = new Map<string, Map<string, number>>();
    if (episodeIds.length === 0) return found;
    const { rows } = await pool.query<{ episode_id: string; consent_id: string; version: number }>({
      name: 'partner.told-before',
      text: sql,
      values: [partnerId, episodeIds],
    });
    for (const { episode_id, consent_id, version } of rows) {
      const consents = found.get(episode_id) ?? new Map<string, number>();
      found.set(episode_id, consents.set(consent_id, version));
    }
    return found;
  };
