import type { Completion, Transitions } from '@stepway/contracts';
import type { SmallGroups } from '../statistics/small-groups.ts';
import { filtered, filters, type AnalyticsScope } from './scope.ts';

/** The stays that ended in the period, by where they led. */
const sql = `
SELECT t.level, t.next_level, t.reason, n.entered AS kind, count(*)::int
FROM read.stay t LEFT JOIN read.stay n ON t.next_level IS NOT NULL AND n.episode_id = t.episode_id AND n.ordinal = t.ordinal + 1
WHERE ${filtered('t.level')} AND t.until >= $4 AND t.until < $5
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

type FromLevel = Transitions['ways'][number];
type To = FromLevel['to'][number];
type Out = FromLevel['out'][number];

interface Way {
  readonly level: string;
  readonly next_level: string | null;
  readonly reason: Out['reason'] | null;
  readonly kind: To['kind'] | null;
  readonly count: number;
}

/**
 * One table behind two charts: what is hidden in one must not follow from the other, so both hide the same ways.
 */
export async function waysFrom(scope: AnalyticsScope): Promise<readonly FromLevel[]> {
  const { database, begins, ends, groups } = scope;
  const { rows } = await database.query<Way>({
    name: 'read.analytics-ways',
    text: sql,
    values: [...filters(scope), begins, ends],
  });
  return [...Map.groupBy(rows, ({ level }) => level)].map(([level, ways]) => fromLevel(level, ways, groups));
}

function fromLevel(level: string, ways: readonly Way[], groups: SmallGroups): FromLevel {
  const shown = groups.parts(ways.map(({ count }) => count));
  const to: To[] = [];
  const out: Out[] = [];
  for (const [index, { next_level: next, kind, reason }] of ways.entries()) {
    const count = shown.parts[index] ?? null;
    if (next !== null && kind !== null) to.push({ level: next, kind, count });
    else out.push({ reason: reason ?? 'other', count });
  }
  return { level, stays: shown.total, to, out, hidden: shown.hidden };
}

/** How care ended at each level, beside the moves to another: of those ways that are shown, the others are hidden ones. */
export const completionOf = ({ level, stays, to, out, hidden }: FromLevel): Completion['levels'][number] => {
  const shown = to.flatMap(({ count }) => (count === null ? [] : [count]));
  return {
    ...{ level, stays, reasons: out, hidden },
    moved: to.length > 0 && shown.length === 0 ? null : shown.reduce((sum, count) => sum + count, 0),
  };
};
