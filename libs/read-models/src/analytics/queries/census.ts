import type { AnalyticsCensus } from '@stepway/contracts';
import type { Instant, LocalDate } from '@stepway/pathway';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

/** One pass: who began and who ended between two of the days; the sums up to each day are who was there. */
const sql = `
WITH there AS (
  SELECT t.level AS place, t.since AS begins, t.until AS ends FROM read.stay t WHERE ${filtered('t.level')}
  UNION ALL
  SELECT NULL, t.requested_at, least(t.admitted_at, t.closed_at) FROM read.course t WHERE ${filtered('t.entry_level')}
)
SELECT place, width_bucket(begins, $4::timestamptz[]) AS began, width_bucket(ends, $4::timestamptz[]) AS ended, count(*)::int
FROM there GROUP BY 1, 2, 3`;

interface Span {
  readonly place: string | null;
  readonly began: number;
  readonly ended: number | null;
  readonly count: number;
}

/** The days that are looked at: those of the period, no closer than every `step` days, the last one always. */
export interface CensusDay {
  readonly day: LocalDate;
  /** When it ends at the site. */
  readonly ends: Instant;
}

/** How many people were at each level at the end of each day, as is known by now. */
export async function readAnalyticsCensus(scope: AnalyticsScope, days: readonly CensusDay[]): Promise<AnalyticsCensus> {
  const { rows } = await scope.database.query<Span>({
    name: 'read.analytics-census',
    text: sql,
    values: [...filters(scope), days.map(({ ends }) => ends)],
  });
  const places = Map.groupBy(rows, ({ place }) => place);
  const people = (spans: readonly Span[]) =>
    days.map((_, index) =>
      // Bucket k: from the k-th moment on, before the next one.
      spans
        .filter(({ began, ended }) => began <= index && (ended === null || ended > index))
        .reduce((sum, { count }) => sum + count, 0),
    );
  const shown = (spans: readonly Span[]) => people(spans).map(scope.groups.count);
  return {
    ...head(scope),
    days: days.map(({ day }) => day),
    levels: [...places].flatMap(([level, spans]) => (level === null ? [] : [{ level, people: shown(spans) }])),
    waiting: shown(places.get(null) ?? []),
  };
}
