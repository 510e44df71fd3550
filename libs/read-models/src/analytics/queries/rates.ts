import type { Transitions } from '@stepway/contracts';
import { filtered, filters, type AnalyticsScope } from './scope.ts';

/** The time that people spent at each level within the period, and the moves that began there in it. */
const sql = `
WITH time_there AS (
  SELECT t.level,
    sum(extract(epoch FROM least(coalesce(t.until, $6::timestamptz), $5, $6) - greatest(t.since, $4))) / 604800 AS weeks
  FROM read.stay t
  WHERE ${filtered('t.level')} AND t.since < least($5, $6::timestamptz) AND (t.until IS NULL OR t.until > $4)
  GROUP BY 1
), moves AS (
  SELECT t.from_level AS level,
    count(*) FILTER (WHERE t.kind = 'step-up')::int AS ups,
    count(*) FILTER (WHERE t.kind = 'step-down')::int AS downs,
    count(*) FILTER (WHERE t.by = 'person')::int AS overrides
  FROM read.move t
  WHERE ${filtered('t.from_level')} AND t.started_at >= $4 AND t.started_at < $5
  GROUP BY 1
)
SELECT level, weeks::float8, coalesce(ups, 0) AS ups, coalesce(downs, 0) AS downs, coalesce(overrides, 0) AS overrides
FROM time_there LEFT JOIN moves USING (level)`;

interface Found {
  readonly level: string;
  readonly weeks: number;
  readonly ups: number;
  readonly downs: number;
  readonly overrides: number;
}

export async function readRates(scope: AnalyticsScope): Promise<Transitions['rates']> {
  const { database, begins, ends, now, groups } = scope;
  const { rows } = await database.query<Found>({
    name: 'read.analytics-rates',
    text: sql,
    values: [...filters(scope), begins, ends, now],
  });
  return rows.map(({ level, weeks, ups, downs, overrides }) => ({
    level,
    patientWeeks: Math.round(weeks * 10) / 10,
    stepUps: groups.count(ups),
    stepDowns: groups.count(downs),
    overrides: groups.count(overrides),
  }));
}
