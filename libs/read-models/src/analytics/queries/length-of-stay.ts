import type { LengthOfStay } from '@stepway/contracts';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

/** Days with a fraction, without those wholly away. */
const sql = `
WITH stays AS (
  SELECT t.level, t.until,
    greatest(extract(epoch FROM t.until - t.since) / 86400 - t.away_days, 0) AS days
  FROM read.stay t
  WHERE ${filtered('t.level')} AND t.since < $5 AND (t.until IS NULL OR t.until >= $4)
)
SELECT level,
  count(*) FILTER (WHERE until < $5)::int AS ended,
  count(*) FILTER (WHERE until IS NULL OR until >= $5)::int AS open,
  percentile_cont(ARRAY[0.1, 0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY days) FILTER (WHERE until < $5) AS at
FROM stays GROUP BY level`;

interface Found {
  readonly level: string;
  readonly ended: number;
  readonly open: number;
  readonly at: readonly number[] | null;
}

/** The ends of a spread tell of single people where it is made of few. */
const fewForTails = 30;

/** How long stays lasted that ended in the period, and what was expected of each level. */
export async function readLengthOfStay(
  scope: AnalyticsScope,
  expectedOf: (level: string) => { readonly minimum: number; readonly maximum: number } | undefined,
): Promise<LengthOfStay> {
  const { database, begins, ends, groups } = scope;
  const { rows } = await database.query<Found>({
    name: 'read.analytics-length-of-stay',
    text: sql,
    values: [...filters(scope), begins, ends],
  });
  return {
    ...head(scope),
    levels: rows.map(({ level, ended, open, at }) => {
      const days = (index: number) => groups.of(ended, tenths(at?.[index]));
      const tail = (index: number) => (groups.hidden && ended < fewForTails ? null : days(index));
      return {
        level,
        ended: groups.count(ended),
        open: groups.count(open),
        days: { p10: tail(0), p25: days(1), median: days(2), p75: days(3), p90: tail(4) },
        expected: expectedOf(level) ?? null,
      };
    }),
  };
}

const tenths = (days: number | undefined): number | null => (days === undefined ? null : Math.round(days * 10) / 10);
