import type { Pool } from 'pg';
import { available } from '../errors.ts';
import { rowTypes } from './row.ts';

/** A journey as its stream row has it. */
export interface StreamState {
  readonly episodeId: string;
  readonly version: number;
  /** Since when a run is owed; absent at rest. */
  readonly attention?: string;
  /** Discharged and nothing due. */
  readonly over: boolean;
}

interface StreamRow {
  readonly episode_id: string;
  readonly version: string;
  readonly attention: string | null;
  readonly over: boolean;
}

const streamsSql = `
SELECT episode_id, version, attention, over FROM log.stream
WHERE episode_id > $1 AND ($3 OR NOT over OR attention IS NOT NULL) ORDER BY episode_id LIMIT $2`;

/** All journeys by id, page by page; with `all: false` only those that need a workflow. */
export async function* streams(pool: Pool, all: boolean): AsyncGenerator<StreamState> {
  const limit = 1_000;
  for (let after = ''; ;) {
    const query = { name: 'log.streams', text: streamsSql, values: [after, limit, all], types: rowTypes };
    const { rows } = await available(pool.query<StreamRow>(query));
    yield* rows.map(stateOf);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = last.episode_id;
  }
}

const streamSql = 'SELECT episode_id, version, attention, over FROM log.stream WHERE episode_id = $1';

export async function streamState(pool: Pool, episodeId: string): Promise<StreamState | undefined> {
  const query = { name: 'log.stream', text: streamSql, values: [episodeId], types: rowTypes };
  const { rows } = await available(pool.query<StreamRow>(query));
  return rows[0] && stateOf(rows[0]);
}

const stateOf = ({ episode_id: episodeId, version, attention, over }: StreamRow): StreamState => ({
  episodeId,
  version: Number(version),
  over,
  ...(attention === null ? {} : { attention }),
});
