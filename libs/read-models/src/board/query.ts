import type { BoardRow } from '@stepway/contracts';
import type { Instant, LocalDate, TransitionKind } from '@stepway/pathway';
import { pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';
import { storedWeeks, weeksUntil, type WeeksColumns } from '../weekly-screens/query.ts';
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

/** Few people among very many: left a level and not yet seen at the next; what waits for somebody's decision. */
export type BoardPart = 'hand-offs' | 'undecided';

export type BoardSort = 'act-by' | 'opened-at' | 'level-since' | 'episode-id' | 'hand-off-due';

export interface BoardQuery {
  readonly siteIds?: readonly string[];
  readonly programmes?: readonly string[];
  readonly levels?: readonly string[];
  /** Default: referred and active. */
  readonly statuses?: readonly BoardRow['status'][];
  /** Rows with any of them. */
  readonly flags?: readonly BoardFlag[];
  /** Default: all of them. */
  readonly among?: BoardPart;
  readonly transitionKinds?: readonly TransitionKind[];
  readonly patientIds?: readonly string[];
  /** Exactly these, of any status. */
  readonly episodeIds?: readonly string[];
  /** Default `act-by`: who must act first, then the others. */
  readonly sort?: BoardSort;
  readonly cursor?: string;
  /** Default 50. */
  readonly limit?: number;
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
