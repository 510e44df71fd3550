import type { Database, Table } from '../table.ts';
import { besideName } from './beside.ts';

/** Where live rows and rebuilt rows are not the same. */
export interface Difference {
  readonly table: string;
  /** Rows only in the live table, and only in the rebuilt one; a changed row counts in both. */
  readonly onlyLive: number;
  readonly onlyRebuilt: number;
  /** Some of the journeys concerned. */
  readonly episodeIds: readonly string[];
}

// Journeys that are parked, or still on their way through Kafka, are behind and not different. All others are compared,
// also those of which the log knows nothing, or less than the tables.
const behindSql = `
CREATE TEMP TABLE behind ON COMMIT DROP AS
SELECT r.episode_id FROM pg_temp.rebuilt r LEFT JOIN read.journey j USING (episode_id)
WHERE coalesce(j.version, 0) < r.version`;

// Keys are unique, so one join of both sides says what EXCEPT ALL both ways would, at a fraction of the cost.
function differenceSql({ name, columns, key }: Table): string {
  const list = Object.keys(columns).join(', ');
  const rows = (from: string): string =>
    `(SELECT ${list} FROM read.${from} t WHERE NOT EXISTS (SELECT FROM pg_temp.behind b WHERE b.episode_id = t.episode_id))`;
  return `WITH different AS MATERIALIZED (
    SELECT episode_id, l.episode_id IS NOT NULL AS live, r.episode_id IS NOT NULL AS rebuilt
    FROM ${rows(name)} l FULL JOIN ${rows(besideName(name))} r USING (${key.join(', ')})
    WHERE l IS DISTINCT FROM r
  )
  SELECT count(*) FILTER (WHERE live)::int AS only_live, count(*) FILTER (WHERE rebuilt)::int AS only_rebuilt,
    ARRAY(SELECT DISTINCT episode_id FROM different ORDER BY 1 LIMIT 10) AS episode_ids FROM different`;
}

/** Compares live and rebuilt tables row by row, both ways, but for the journeys that the live ones are behind with. */
export async function compareBeside(database: Database, tables: readonly Table[]): Promise<readonly Difference[]> {
  await database.query(behindSql);
  await database.query('ANALYZE pg_temp.behind');
  const differences: Difference[] = [];
  for (const table of tables) {
    const { rows } = await database.query<{ only_live: number; only_rebuilt: number; episode_ids: string[] }>(
      differenceSql(table),
    );
    const [row] = rows;
    if (row === undefined || row.only_live + row.only_rebuilt === 0) continue;
    const { only_live: onlyLive, only_rebuilt: onlyRebuilt, episode_ids: episodeIds } = row;
    differences.push({ table: table.name, onlyLive, onlyRebuilt, episodeIds });
  }
  return differences;
}

/** Journeys that the live tables have at a lower version than the log: on their way, or parked. After the comparison. */
export async function journeysBehind(database: Database): Promise<number> {
  const { rows } = await database.query<{ behind: number }>('SELECT count(*)::int AS behind FROM pg_temp.behind');
  return rows[0]?.behind ?? 0;
}
