import type pg from 'pg';

/** What one command writes, without what is made anew each time. */
export interface RawRow {
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON texts. */
  readonly data: string;
  readonly metadata: string;
}

const lastCommandsSql = `
SELECT json_agg(json_build_object('type', type, 'schemaVersion', schema_version, 'data', data::text,
  'metadata', metadata::text) ORDER BY index) AS rows
FROM log.event WHERE episode_id = ANY($1) AND command_id NOT LIKE 'run:%'
GROUP BY episode_id, command_id ORDER BY max(stored_at) DESC LIMIT $2`;

/** The rows that the last commands of these journeys wrote, command by command: what the raw insert writes too. */
export async function rowsOfCommands(
  pool: pg.Pool,
  episodeIds: readonly string[],
  limit: number,
): Promise<readonly (readonly RawRow[])[]> {
  const { rows } = await pool.query<{ rows: RawRow[] }>(lastCommandsSql, [episodeIds, limit]);
  return rows.map((command) => command.rows);
}

/** A table like the log's, with its indexes, that nothing reads. */
export async function createRawTable(admin: pg.Pool): Promise<void> {
  await admin.query('CREATE SCHEMA bench');
  await admin.query('CREATE TABLE bench.event (LIKE log.event INCLUDING ALL)');
  await admin.query('GRANT USAGE ON SCHEMA bench TO stepway_app');
  await admin.query('GRANT INSERT ON bench.event TO stepway_app');
}
