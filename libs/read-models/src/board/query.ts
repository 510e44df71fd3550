import type { BoardRow } from '@stepway/contracts';
import type { Instant, LocalDate, TransitionKind } from '@stepway/pathway';
import { keysOf, pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';
import { storedWeeks, weeksColumns, weeksUntil, type WeeksColumns } from '../weekly-screens/query.ts';
import { inOrder, type BoardFlag } from './flags.ts';
import type { StoredBoardRow } from './project.ts';

/** The board shows so many weeks of screens on a row. */
export const weeksOnRow = 6;

/** What time alone changes in a row: the clock, and the local day of each site. */
export interface Clock {
  readonly now: Instant;
  readonly today: (siteId: string) => LocalDate;
}

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
  readonly among?: keyof typeof among;
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

/**
 * Few rows among very many, each by an index made for it: the condition stands in the text as it stands in the index.
 * Left a level and not yet seen at the next; what waits for somebody's decision.
 */
const among = {
  'hand-offs': `b.hand_off_due_at IS NOT NULL AND b.status = 'active'`,
  undecided: `b.flags && '{proposal,second-person,hold}'::text[]`,
} as const;

const sortColumns: Readonly<Record<BoardSort, string>> = {
  'act-by': 'b.act_by',
  'opened-at': 'b.opened_at',
  'level-since': 'b.level_since',
  'episode-id': "'-infinity'::timestamptz",
  'hand-off-due': 'b.hand_off_due_at',
};

/** Flags that a deadline adds by passing, before any event says so. */
const flagsNow = `b.flags
  || CASE WHEN b.hand_off_due_at < $1::timestamptz AND b.transition_state = 'started' THEN '{hand-off-overdue}'::text[] ELSE '{}' END
  || CASE WHEN b.task_due_at < $1::timestamptz THEN '{task-overdue}'::text[] ELSE '{}' END`;

const boardSql = (sort: BoardSort, part: BoardQuery['among']): string => `
SELECT b.row, b.site_id, ${flagsNow} AS flags, ${sortColumns[sort]}::text AS sorted_by, ${weeksColumns}
FROM read.board_row b LEFT JOIN read.weekly_screens w USING (episode_id)
WHERE ($2::text[] IS NULL OR b.site_id = ANY($2))
  AND ($3::text[] IS NULL OR b.programme = ANY($3))
  AND ($4::text[] IS NULL OR b.level = ANY($4))
  AND ($5::text[] IS NULL OR b.status = ANY($5))
  AND ($6::text[] IS NULL OR (${flagsNow}) && $6)
  AND ($7::text[] IS NULL OR b.transition_kind = ANY($7))
  AND ($8::text[] IS NULL OR b.patient_id = ANY($8))
  AND ($9::text[] IS NULL OR b.episode_id = ANY($9))
  AND ($10::timestamptz IS NULL OR (${sortColumns[sort]}, b.episode_id) > ($10, $11))
  ${part === undefined ? '' : `AND ${among[part]}`}
ORDER BY ${sortColumns[sort]}, b.episode_id LIMIT $12`;

interface FoundRow extends WeeksColumns {
  readonly row: StoredBoardRow;
  readonly site_id: string;
  readonly flags: BoardFlag[];
  readonly sorted_by: string;
}

/** The rows of the board, page by page; a list changes meanwhile, but no row comes twice. @throws CursorUnknown */
export async function readBoard(database: Database, query: BoardQuery, clock: Clock): Promise<Page<BoardRow>> {
  const { sort = 'act-by', limit = 50, cursor, episodeIds, among: part } = query;
  const statuses = query.statuses ?? (episodeIds === undefined ? ['referred', 'active'] : undefined);
  const [after, afterId] = cursor === undefined ? [] : keysOf(cursor, 'moment', 'id');
  const { rows } = await database.query<FoundRow>({
    name: `read.board-${sort}${part === undefined ? '' : `-${part}`}`,
    text: boardSql(sort, part),
    values: [
      clock.now,
      query.siteIds ?? null,
      query.programmes ?? null,
      query.levels ?? null,
      statuses ?? null,
      query.flags ?? null,
      query.transitionKinds ?? null,
      query.patientIds ?? null,
      episodeIds ?? null,
      after ?? null,
      afterId ?? null,
      limit + 1,
    ],
  });
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
