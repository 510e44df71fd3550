import type { Database } from '../table.ts';

/** The first thing that could not be projected of a journey. */
export interface Poison {
  readonly episodeId: string;
  readonly version: number | null;
  /** The code of the error. */
  readonly reason: string;
}

export interface ParkedSummary {
  /** The journeys, the one parked first coming first; at most 10,000. */
  readonly episodeIds: readonly string[];
  readonly records: number;
  /** Age in ms of the one parked first; 0 when none is. */
  readonly oldestMs: number;
  readonly byReason: Readonly<Record<string, number>>;
}

export async function park(database: Database, poisons: readonly Poison[]): Promise<void> {
  if (poisons.length === 0) return;
  await database.query(
    `INSERT INTO read.parked (episode_id, version, reason)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[]) ON CONFLICT DO NOTHING`,
    [
      poisons.map(({ episodeId }) => episodeId),
      poisons.map(({ version }) => version),
      poisons.map(({ reason }) => reason),
    ],
  );
}

/** How many journeys are parked, for the metrics. */
export async function parkedJourneys(database: Database): Promise<number> {
  const { rows } = await database.query<{ journeys: number }>('SELECT count(*)::int AS journeys FROM read.parked');
  return rows[0]?.journeys ?? 0;
}

/** What is parked, for the operator. */
export async function parkedSummary(database: Database): Promise<ParkedSummary> {
  const { rows } = await database.query<{ episode_id: string; reason: string; age_ms: number }>(
    `SELECT episode_id, reason, (extract(epoch FROM clock_timestamp() - since) * 1000)::float8 AS age_ms
     FROM read.parked ORDER BY since, episode_id LIMIT 10000`,
  );
  const letters = await database.query<{ records: number }>('SELECT count(*)::int AS records FROM read.dead_letter');
  const byReason = Map.groupBy(rows, ({ reason }) => reason);
  return {
    episodeIds: rows.map((row) => row.episode_id),
    records: letters.rows[0]?.records ?? 0,
    oldestMs: rows[0]?.age_ms ?? 0,
    byReason: Object.fromEntries([...byReason].map(([reason, journeys]) => [reason, journeys.length])),
  };
}

/**
 * Lets parked journeys go: the next event of each, or `Projector.heal`, brings it up to the log, in order.
 * @returns the journeys that were parked
 */
export async function unpark(database: Database, episodeIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await database.query<{ episode_id: string }>(
    `WITH gone AS (DELETE FROM read.dead_letter WHERE episode_id = ANY($1))
     DELETE FROM read.parked WHERE episode_id = ANY($1) RETURNING episode_id`,
    [episodeIds],
  );
  return rows.map((row) => row.episode_id);
}

export async function unparkAll(database: Database): Promise<void> {
  await database.query('DELETE FROM read.dead_letter');
  await database.query('DELETE FROM read.parked');
}

/** Only the code of an error is kept: its message may quote what it could not take. */
export const poisonOf = (episodeId: string, version: number | null, error: unknown): Poison => ({
  episodeId,
  version,
  reason: codeOf(error) ?? (error instanceof Error ? error.name : 'unknown'),
});

/** The code of an error of PostgreSQL, of Node or of ours. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
