import type { BoardRow } from '@stepway/contracts';
import type { Instant, LocalDate } from '@stepway/pathway';
import { pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';
import { storedWeeks, weeksUntil, type WeeksColumns } from '../weekly-screens/query.ts';
import type { BoardQuery } from './asked.ts';
import { inOrder, type BoardFlag } from './flags.ts';
import { boardStatement } from './statement.ts';
import type { StoredBoardRow } from './project.ts';

/** The board shows so many weeks of screens on a row. */
export const weeksOnRow = 6;

/** What time alone changes in a row: the clock, and the local day of each site. */
export interface Clock {
  readonly now: Instant;
  readonly today: (siteId: string) => LocalDate;
}

interface FoundRow extends WeeksColumns {
  readonly row: StoredBoardRow;
  readonly site_id: string;
  readonly flags: BoardFlag[];
  readonly sorted_by: string;
}

/** The rows of the board, page by page; a list changes meanwhile, but no row comes twice. @throws CursorUnknown */
export async function readBoard(database: Database, query: BoardQuery, clock: Clock): Promise<Page<BoardRow>> {
  const { limit = 50 } = query;
  const { rows } = await database.query<FoundRow>(boardStatement(query, clock.now, limit + 1));
  const { items, next } = pageOf(rows, limit, (found) => [found.sorted_by, found.row.episodeId]);
  return { items: items.map((found) => atNow(found, clock)), next };
}

/** Lays what the clock has added over a stored row. */
function atNow(found: FoundRow, { today }: Clock): BoardRow {
  const stored = storedWeeks(found);
  return {
    ...found.row,
    flags: inOrder(new Set(found.flags)),
    weeks: stored === undefined ? [] : weeksUntil(stored, today(found.site_id), weeksOnRow),
  };
}
