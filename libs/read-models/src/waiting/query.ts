import type { WaitingRow } from '@stepway/contracts';
import { keysOf, pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';

export interface WaitingQuery {
  readonly siteIds?: readonly string[];
  readonly programmes?: readonly string[];
  readonly levels?: readonly string[];
  readonly queues?: readonly WaitingRow['queue'][];
  readonly cursor?: string;
  /** Default 100. */
  readonly limit?: number;
}

/** Who waits for a place, in order. @throws CursorUnknown */
export async function readWaiting(database: Database, query: WaitingQuery): Promise<Page<WaitingRow>> {
  const { siteIds, programmes, levels, queues, cursor, limit = 100 } = query;
  const [queue, rank, since, episodeId] = cursor === undefined ? [] : keysOf(cursor, 'id', 'version', 'moment', 'id');
  // By the column, not by its text: only that order stands in the index.
  const { rows } = await database.query<{
    queue: string;
    rank: number;
    since: string;
    episode_id: string;
    row: WaitingRow;
  }>({
    name: 'read.waiting',
    text: `SELECT queue, rank, since::text AS since, episode_id, row FROM read.waiting
      WHERE queue IS NOT NULL AND ($1::text[] IS NULL OR site_id = ANY($1)) AND ($2::text[] IS NULL OR programme = ANY($2))
        AND ($3::text[] IS NULL OR level = ANY($3)) AND ($4::text[] IS NULL OR queue = ANY($4))
        AND ($5::text IS NULL OR (queue, rank, since, episode_id) > ($5, $6::int, $7::timestamptz, $8))
      ORDER BY queue, rank, waiting.since, episode_id LIMIT $9`,
    values: [
      siteIds ?? null,
      programmes ?? null,
      levels ?? null,
      queues ?? null,
      queue ?? null,
      rank ?? null,
      since ?? null,
      episodeId ?? null,
      limit + 1,
    ],
  });
  const { items, next } = pageOf(rows, limit, (one) => [one.queue, String(one.rank), one.since, one.episode_id]);
  return { items: items.map(({ row }) => row), next };
}
