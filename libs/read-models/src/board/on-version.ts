import type { ProgrammeVersion } from '@stepway/pathway';
import { keysOf, pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';

interface OnVersion extends ProgrammeVersion {
  /** Left out = of all sites. */
  readonly siteIds?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * The journeys on a version of a programme that were not discharged, by episode id: who is moved leaves the list, and the
 * pages of it stay in their order. @throws CursorUnknown
 */
export async function episodesOnVersion(
  database: Database,
  { id, version, siteIds, cursor, limit }: OnVersion,
): Promise<Page<string>> {
  const [after = ''] = cursor === undefined ? [] : keysOf(cursor, 'id');
  const { rows } = await database.query<{ episode_id: string }>({
    name: 'read.on-version',
    text: `SELECT episode_id FROM read.board_row
      WHERE programme = $1 AND (row -> 'programme' ->> 'version')::int = $2 AND status <> 'discharged' AND episode_id > $3
        AND ($5::text[] IS NULL OR site_id = ANY($5))
      ORDER BY episode_id LIMIT $4`,
    values: [id, version, after, limit + 1, siteIds ?? null],
  });
  const { items, next } = pageOf(rows, limit, ({ episode_id }) => [episode_id]);
  return { items: items.map(({ episode_id }) => episode_id), next };
}
