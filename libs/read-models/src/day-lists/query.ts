import type { DayDose, DayFollowUp, DayTest } from '@stepway/contracts';
import type { Instant } from '@stepway/pathway';
import { keysOf, pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';
import type { DayList, StoredState } from './item.ts';

/** The rows of each list. */
export interface DayRows {
  readonly tests: DayTest;
  readonly medication: DayDose;
  readonly 'follow-ups': DayFollowUp;
}

/** Which rows show a state at a moment: those stored under it, by where the clock stands to their deadline. */
interface Shown {
  readonly stored: StoredState;
  readonly due?: 'ahead' | 'over';
}

const shown: { readonly [List in DayList]: Readonly<Record<DayRows[List]['state'], Shown>> } = {
  tests: {
    today: { stored: 'scheduled', due: 'ahead' },
    late: { stored: 'scheduled', due: 'over' },
    'not-collected': { stored: 'not-collected' },
    'awaiting-confirmation': { stored: 'awaiting-confirmation' },
    'to-review': { stored: 'to-review' },
    'in-question': { stored: 'in-question' },
    'unexpected-absence': { stored: 'unexpected-absence' },
  },
  medication: {
    'next-dose': { stored: 'dose', due: 'ahead' },
    'to-check': { stored: 'dose', due: 'over' },
    missed: { stored: 'missed' },
    ended: { stored: 'ended' },
    continuity: { stored: 'continuity' },
  },
  'follow-ups': {
    'follow-up': { stored: 'follow-up' },
    contact: { stored: 'contact' },
    'lost-contact': { stored: 'lost-contact' },
    'check-up': { stored: 'check-up' },
  },
};

export interface DayListFilters {
  readonly siteIds?: readonly string[];
  readonly programmes?: readonly string[];
  readonly levels?: readonly string[];
}

export interface DayListQuery<List extends DayList> extends DayListFilters {
  readonly list: List;
  readonly state: DayRows[List]['state'];
  readonly now: Instant;
  readonly cursor?: string;
  /** Default 100. */
  readonly limit?: number;
}

const filters = `($4::text[] IS NULL OR site_id = ANY($4)) AND ($5::text[] IS NULL OR programme = ANY($5))
  AND ($6::text[] IS NULL OR level = ANY($6))`;

/** The first moment at which a row that is not closed yet can be due: as long ago as the longest window of its state. */
const firstDue = (state: string): string =>
  `$3::timestamptz - coalesce((SELECT max(closes_at - due_at) FROM read.day_list WHERE list = $1 AND state = ${state}), '0')`;

/**
 * The keys of the page come from the index alone, in its order; only its rows are then fetched. One condition says where
 * the index is entered: with two, PostgreSQL may take the looser.
 */
const pageSql = (due: Shown['due'], isFirst: boolean): string => `
WITH page AS (
  SELECT due_at, episode_id, item_id FROM read.day_list
  WHERE list = $1 AND state = $2 AND opens_at <= $3::timestamptz AND closes_at > $3 AND ${filters}
    ${due === undefined ? '' : `AND due_at ${due === 'ahead' ? '>' : '<='} $3`}
    ${isFirst ? '' : 'AND (due_at, episode_id, item_id) > ($8::timestamptz, $9::text, $10::text)'}
    ${isFirst && due !== 'ahead' ? `AND due_at >= ${firstDue('$2')}` : ''}
  ORDER BY due_at, episode_id, item_id LIMIT $7
)
SELECT page.due_at::text AS due, page.episode_id, page.item_id, i.row
FROM page JOIN read.day_list i USING (episode_id, item_id) ORDER BY page.due_at, page.episode_id, page.item_id`;

/** The rows of one state, the earliest due first. @throws CursorUnknown */
export async function readDayList<List extends DayList>(
  database: Database,
  { list, state, now, cursor, limit = 100, ...query }: DayListQuery<List>,
): Promise<Page<DayRows[List]>> {
  const { stored, due } = shown[list][state];
  const after = cursor === undefined ? [] : keysOf(cursor, 'moment', 'id', 'id');
  const { rows } = await database.query<{ due: string; episode_id: string; item_id: string; row: DayRows[List] }>({
    name: `read.day-list.${due ?? 'all'}.${cursor === undefined ? 'first' : 'next'}`,
    text: pageSql(due, cursor === undefined),
    values: [list, stored, now, ...valuesOf(query), limit + 1, ...after],
  });
  const { items, next } = pageOf(rows, limit, (one) => [one.due, one.episode_id, one.item_id]);
  return { items: items.map(({ row }) => ({ ...row, state })), next };
}

const countSql = `
SELECT stored, ahead, count FROM unnest($2::text[]) AS stored CROSS JOIN LATERAL (
  SELECT due_at > $3 AS ahead, count(*)::int AS count FROM read.day_list
  WHERE list = $1 AND state = stored AND opens_at <= $3::timestamptz AND closes_at > $3 AND ${filters}
    AND due_at >= ${firstDue('stored')}
  GROUP BY 1
) AS counted`;

/** How many rows each state of a list has. */
export async function countDayList<List extends DayList>(
  database: Database,
  { list, now, ...query }: Omit<DayListQuery<List>, 'state' | 'cursor' | 'limit'>,
): Promise<Record<DayRows[List]['state'], number>> {
  const states: readonly (readonly [string, Shown])[] = Object.entries(shown[list]);
  const { rows } = await database.query<{ stored: string; ahead: boolean; count: number }>({
    name: 'read.day-list-counts',
    text: countSql,
    values: [list, [...new Set(states.map(([, { stored }]) => stored))], now, ...valuesOf(query)],
  });
  const count = ({ stored, due }: Shown): number =>
    rows
      .filter((row) => row.stored === stored && (due === undefined || row.ahead === (due === 'ahead')))
      .reduce((sum, row) => sum + row.count, 0);
  return Object.fromEntries(states.map(([state, one]) => [state, count(one)])) as Record<
    DayRows[List]['state'],
    number
  >;
}

const valuesOf = ({ siteIds, programmes, levels }: DayListFilters) => [
  siteIds ?? null,
  programmes ?? null,
  levels ?? null,
];
