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

// Journeys that are parked, or still on their way through Kafka, are behind and not different.
const comparable = `SELECT episode_id FROM pg_temp.rebuilt r
  LEFT JOIN read.journey j USING (episode_id) WHERE j.version = r.version`;
const beyond = `SELECT episode_id FROM read.journey j WHERE NOT EXISTS (
  SELECT FROM pg_temp.rebuilt r WHERE r.episode_id = j.episode_id AND r.version >= j.version)`;

function differenceSql({ name, columns }: Table): string {
  const list = Object.keys(columns).join(', ');
  const rows = (from: string): string =>
    `SELECT ${list} FROM read.${from} WHERE episode_id IN (SELECT episode_id FROM compared)`;
  return `WITH compared AS MATERIALIZED (${comparable} UNION ${beyond}),
    live AS (SELECT episode_id FROM (${rows(name)} EXCEPT ALL ${rows(besideName(name))}) l),
    rebuilt AS (SELECT episode_id FROM (${rows(besideName(name))} EXCEPT ALL ${rows(name)}) r)
  SELECT (SELECT count(*)::int FROM live) AS only_live, (SELECT count(*)::int FROM rebuilt) AS only_rebuilt,
    ARRAY(SELECT DISTINCT episode_id FROM (TABLE live UNION TABLE rebuilt) d ORDER BY 1 LIMIT 10) AS episode_ids`;
}

/** Compares live and rebuilt tables row by row, both ways, for all journeys that both have at the same version. */
export async function compareBeside(database: Database, tables: readonly Table[]): Promise<readonly Difference[]> {
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

/** Journeys that the live tables have at a lower version than the log: on their way, or parked. */
export async function journeysBehind(database: Database): Promise<number> {
  const { rows } = await database.query<{ behind: number }>(
    `SELECT count(*)::int AS behind FROM pg_temp.rebuilt r
     LEFT JOIN read.journey j USING (episode_id) WHERE coalesce(j.version, 0) < r.version`,
  );
  return rows[0]?.behind ?? 0;
}
