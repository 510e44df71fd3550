import type { AnalyticsInstruments } from '@stepway/contracts';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

const sql = `
WITH arrivals AS (
  SELECT t.kind, count(*)::int AS made FROM read.move t
  WHERE ${filtered('t.from_level')} AND t.arrived_at >= $4 AND t.arrived_at < $5 GROUP BY 1
), pairs AS (
  SELECT t.scale, t.kind, count(*)::int AS pairs,
    percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY t.before) AS before,
    percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY t.after) AS after
  FROM read.score_pair t
  WHERE ${filtered('t.from_level')} AND t.arrived_at >= $4 AND t.arrived_at < $5
    AND t.before IS NOT NULL AND t.after IS NOT NULL
  GROUP BY 1, 2
)
SELECT scale, kind, pairs, before, after, greatest(coalesce(made, 0) - pairs, 0) AS missing
FROM pairs LEFT JOIN arrivals USING (kind) ORDER BY 1, 2`;

interface Found {
  readonly scale: string;
  readonly kind: AnalyticsInstruments['scales'][number]['kind'];
  readonly pairs: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly missing: number;
}

/** Scores in the 30 days before and after an arrival at another level, of people who have both. */
export async function readAnalyticsInstruments(scope: AnalyticsScope): Promise<AnalyticsInstruments> {
  const { database, begins, ends, groups } = scope;
  const { rows } = await database.query<Found>({
    name: 'read.analytics-instruments',
    text: sql,
    values: [...filters(scope), begins, ends],
  });
  // All scales of one kind of move share its arrivals: a number in one would follow from the sums of another.
  const told = (kind: Found['kind']) =>
    rows.every((row) => row.kind !== kind || [row.pairs, row.missing].every((count) => groups.count(count) !== null));
  const scales = rows.map(({ scale, kind, pairs, before, after, missing }) => {
    const at = (scores: readonly number[], index: number) => groups.of(pairs, scores[index] ?? null);
    const spread = (scores: readonly number[]) => ({ p25: at(scores, 0), median: at(scores, 1), p75: at(scores, 2) });
    return {
      ...{ scale, kind, pairs: groups.count(pairs), notRecorded: told(kind) ? missing : null },
      before: spread(before),
      after: spread(after),
    };
  });
  return { ...head(scope), scales };
}
