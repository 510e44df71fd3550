import type { DecisionView } from '@stepway/contracts';
import { keysOf, pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';

export interface DecisionsQuery {
  readonly episodeId: string;
  readonly about?: readonly DecisionView['about'][];
  readonly cursor?: string;
  /** Default 100. */
  readonly limit?: number;
}

/** Why things happened to one journey, or did not; the newest first. @throws CursorUnknown */
export async function readDecisions(database: Database, query: DecisionsQuery): Promise<Page<DecisionView>> {
  const { episodeId, about, cursor, limit = 100 } = query;
  const [before] = cursor === undefined ? [] : keysOf(cursor, 'version');
  const { rows } = await database.query<{ version: string; view: DecisionView }>({
    name: 'read.decisions',
    text: `SELECT version, view FROM read.decision
      WHERE episode_id = $1 AND ($2::bigint IS NULL OR version < $2) AND ($3::text[] IS NULL OR about = ANY($3))
      ORDER BY version DESC LIMIT $4`,
    values: [episodeId, before ?? null, about ?? null, limit + 1],
  });
  const { items, next } = pageOf(rows, limit, ({ version }) => [version]);
  return { items: items.map(({ view }) => view), next };
}
