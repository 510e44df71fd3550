import type { Pool } from 'pg';
import { available } from '../errors.ts';
import { rowTypes } from '../stream/row.ts';

/** A journey that waits for its run. */
export interface Attention {
  readonly episodeId: string;
  readonly since: string;
  /** By the database's clock, which also wrote `since`. */
  readonly ageMs: number;
}

interface AttentionRow {
  readonly episode_id: string;
  readonly since: string;
  readonly age_ms: number;
}

const oldestFirstSql = `
SELECT episode_id, attention AS since, (extract(epoch FROM clock_timestamp() - attention) * 1000)::float8 AS age_ms
FROM log.stream WHERE attention IS NOT NULL AND attention <= clock_timestamp() - $1 * interval '1 millisecond'
ORDER BY attention LIMIT $2`;

/** Journeys that have waited for their run for at least `olderThanMs`, oldest first. */
export async function awaitingRun(pool: Pool, olderThanMs: number, limit: number): Promise<readonly Attention[]> {
  const query = { name: 'log.attention', text: oldestFirstSql, values: [olderThanMs, limit], types: rowTypes };
  const { rows } = await available(pool.query<AttentionRow>(query));
  return rows.map((row) => ({ episodeId: row.episode_id, since: row.since, ageMs: row.age_ms }));
}

const clearSql = `
UPDATE log.stream SET attention = NULL, over = $3 WHERE episode_id = $1 AND version = $2
  AND (attention IS NOT NULL OR over <> $3)`;

/**
 * Says that a journey is at rest at this version. Does nothing if the stream has moved on: the newer version has its
 * own attention.
 * @param over discharged and nothing due
 */
export async function clearAttention(pool: Pool, episodeId: string, version: number, over: boolean): Promise<void> {
  await available(pool.query({ name: 'log.clear-attention', text: clearSql, values: [episodeId, version, over] }));
}
