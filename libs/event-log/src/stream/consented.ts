import type { Pool } from 'pg';
import { available } from '../errors.ts';
import type { Opening } from './openings.ts';

/** As whom consents name somebody outside: by code, or as one of a class. */
export interface NamedRecipient {
  readonly recipientId: string;
  readonly classes: readonly string[];
}

const consentedSql = `
SELECT c.episode_id AS "episodeId", o.data ->> 'patientId' AS "patientId"
FROM (SELECT DISTINCT episode_id FROM log.event
  WHERE type = 'ConsentGiven' AND EXISTS (
    SELECT FROM jsonb_array_elements(data -> 'recipients') r
    WHERE r ->> 'recipientId' = $1 OR r ->> 'class' = ANY($2::text[]))) c
JOIN log.event o ON o.episode_id = c.episode_id AND o.version = 1 AND o.type = 'EpisodeOpened'`;

/** Journeys that have, or once had, a consent which names this recipient: of each it must be asked as it stands now. */
export async function consentedTo(pool: Pool, { recipientId, classes }: NamedRecipient): Promise<readonly Opening[]> {
  const query = { name: 'log.consented-to', text: consentedSql, values: [recipientId, classes] };
  return (await available(pool.query<Opening>(query))).rows;
}
