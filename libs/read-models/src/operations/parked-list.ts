import type { ParkedView } from '@stepway/contracts';
import type { Database } from '../table.ts';

interface ParkedRow {
  readonly episode_id: string;
  readonly since: Date;
  readonly version: string | null;
  readonly reason: string;
  readonly records: number;
  readonly retry_asked_at: Date | null;
}

const shown = 200;

/** What is parked, the longest waiting first; the list ends after 200, the counts do not. */
export async function readParked(
  database: Database,
): Promise<{ readonly journeys: number; readonly records: number; readonly items: ParkedView[] }> {
  const { rows } = await database.query<ParkedRow>(
    `SELECT episode_id, since, version, reason, retry_asked_at,
       (SELECT count(*)::int FROM read.dead_letter d WHERE d.episode_id = p.episode_id) AS records
     FROM read.parked p ORDER BY since, episode_id LIMIT ${shown}`,
  );
  const counted = await database.query<{ journeys: number; records: number }>(
    `SELECT (SELECT count(*)::int FROM read.parked) AS journeys,
       (SELECT count(*)::int FROM read.dead_letter) AS records`,
  );
  const items = rows.map((row) => ({
    ...{ episodeId: row.episode_id, since: row.since.toISOString(), reason: row.reason, records: row.records },
    version: row.version === null ? null : Number(row.version),
    retryAskedAt: row.retry_asked_at?.toISOString() ?? null,
  }));
  return { journeys: counted.rows[0]?.journeys ?? 0, records: counted.rows[0]?.records ?? 0, items };
}

/** Asks the projector, which alone writes the tables, to try a parked journey again. @returns whether it is parked */
export async function askRetry(database: Database, episodeId: string): Promise<boolean> {
  const { rowCount } = await database.query(
    'UPDATE read.parked SET retry_asked_at = coalesce(retry_asked_at, clock_timestamp()) WHERE episode_id = $1',
    [episodeId],
  );
  return rowCount === 1;
}

/** The journeys that somebody asked to be tried again. */
export async function retriesAsked(database: Database): Promise<readonly string[]> {
  const { rows } = await database.query<{ episode_id: string }>({
    name: 'read.retries-asked',
    text: 'SELECT episode_id FROM read.parked WHERE retry_asked_at IS NOT NULL ORDER BY retry_asked_at LIMIT 1000',
  });
  return rows.map((row) => row.episode_id);
}
