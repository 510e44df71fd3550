import type { Instant } from '@stepway/pathway';
import { keysOf } from '../cursor.ts';
import { weeksColumns } from '../weekly-screens/query.ts';
import type { BoardPart, BoardQuery, BoardSort } from './asked.ts';

/** What goes to the database. The name stands for the text, so that each is prepared once. */
interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const sortColumns: Readonly<Record<Exclude<BoardSort, 'episode-id'>, string>> = {
  'act-by': 'b.act_by',
  'opened-at': 'b.opened_at',
  'level-since': 'b.level_since',
  'hand-off-due': 'b.hand_off_due_at',
};

/** In the words of the index that was made for each. */
const among: Readonly<Record<BoardPart, string>> = {
  'hand-offs': `b.hand_off_due_at IS NOT NULL AND b.status = 'active'`,
  undecided: `b.flags && '{proposal,second-person,hold}'::text[]`,
};

/** Flags that a deadline adds by passing, before any event says so; $1 is the clock. */
const handOffOverdue = `b.status = 'active' AND b.transition_state = 'started' AND b.hand_off_due_at < $1::timestamptz`;
const taskOverdue = `b.task_due_at < $1::timestamptz`;
const flagsNow = `b.flags
  || CASE WHEN ${handOffOverdue} THEN '{hand-off-overdue}'::text[] ELSE '{}' END
  || CASE WHEN ${taskOverdue} THEN '{task-overdue}'::text[] ELSE '{}' END`;

/**
 * Only the conditions that were asked for stand in the text: one that might be left out ("$2 IS NULL OR …") keeps the
 * database from its indexes, and from knowing how few rows are meant.
 * @throws CursorUnknown
 */
export function boardStatement(query: BoardQuery, now: Instant, limit: number): Statement {
  const { sort = 'act-by', cursor, episodeIds } = query;
  const statuses = query.statuses ?? (episodeIds === undefined ? (['referred', 'active'] as const) : undefined);
  const values: unknown[] = [now];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const oneOf = (column: string, list: readonly string[] | undefined): readonly string[] =>
    list === undefined ? [] : [`${column} = ANY(${put(list)}::text[])`];
  const conditions = [
    // In the words of the indexes: they hold nobody who was discharged. Where "active" is said anyway, the planner
    // would take it for a second sieve, think that hardly anybody is left, and sort all instead of reading in order.
    ...(statuses === undefined || statuses.includes('discharged') || query.among === 'hand-offs'
      ? []
      : [`b.status <> 'discharged'`]),
    ...oneOf('b.status', new Set(statuses).size === 2 && !statuses?.includes('discharged') ? undefined : statuses),
    ...oneOf('b.site_id', query.siteIds),
    ...oneOf('b.programme', query.programmes),
    ...oneOf('b.level', query.levels),
    ...(query.flags === undefined ? [] : [flagged(query.flags, put)]),
    ...(query.among === undefined ? [] : [among[query.among]]),
    ...oneOf('b.transition_kind', query.transitionKinds),
    ...oneOf('b.patient_id', query.patientIds),
    ...oneOf('b.episode_id', episodeIds),
  ];
  const [after, afterId] = cursor === undefined ? [] : keysOf(cursor, 'moment', 'id');
  const column = sort === 'episode-id' ? undefined : sortColumns[sort];
  if (after !== undefined)
    conditions.push(
      column === undefined
        ? `b.episode_id > ${put(afterId)}`
        : `(${column}, b.episode_id) > (${put(after)}::timestamptz, ${put(afterId)})`,
    );
  const order = column === undefined ? 'b.episode_id' : `${column}, b.episode_id`;
  // First who they are, then their weeks: joined before, the weeks of everybody who fits would be read.
  const text = `
SELECT b.row, b.site_id, ${flagsNow} AS flags, ${column ?? `'-infinity'`}::text AS sorted_by, ${weeksColumns}
FROM (
  SELECT * FROM read.board_row b
  ${conditions.length === 0 ? '' : `WHERE ${conditions.join('\n  AND ')}`}
  ORDER BY ${order} LIMIT ${put(limit)}
) b LEFT JOIN read.weekly_screens w USING (episode_id)
ORDER BY ${order}`;
  return { name: `read.board-${nameOf(text)}`, text, values };
}

function flagged(flags: readonly string[], put: (value: unknown) => string): string {
  const ways = [
    `b.flags && ${put(flags)}::text[]`,
    ...(flags.includes('hand-off-overdue') ? [`(${handOffOverdue})`] : []),
    ...(flags.includes('task-overdue') ? [`(${taskOverdue})`] : []),
  ];
  return `(${ways.join(' OR ')})`;
}

const names = new Map<string, number>();

/** A number for each text; there are as many as combinations of filters that people use. */
function nameOf(text: string): number {
  const known = names.get(text) ?? names.size;
  names.set(text, known);
  return known;
}
