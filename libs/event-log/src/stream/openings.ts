import type { Pool } from 'pg';
import { available } from '../errors.ts';

/** Whose journey it is, by its first event. */
export interface Opening {
  readonly episodeId: string;
  readonly patientId: string;
}

const openingsSql = `
SELECT episode_id AS "episodeId", data ->> 'patientId' AS "patientId" FROM log.event
WHERE type = 'EpisodeOpened' AND data ->> 'patientId' = ANY($1::text[])`;

export async function openingsOf(pool: Pool, patientIds: readonly string[]): Promise<readonly Opening[]> {
  if (patientIds.length === 0) return [];
  const query = { name: 'log.openings', text: openingsSql, values: [patientIds] };
  return (await available(pool.query<Opening>(query))).rows;
}
