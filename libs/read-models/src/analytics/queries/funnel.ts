import { funnelSteps, type Funnel } from '@stepway/contracts';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

/**
 * Those who asked for care in the period, and how far they came. Each step is of those of the step before; the last one
 * of those admitted so long ago that 30 days have passed, or who completed before.
 */
const sql = `
WITH asked AS (
  SELECT t.*, s.until, s.reason FROM read.course t
  LEFT JOIN LATERAL (
    SELECT s.until, s.reason FROM read.stay s
    WHERE s.episode_id = t.episode_id AND s.spell = 1 ORDER BY s.ordinal DESC LIMIT 1
  ) s ON true
  WHERE ${filtered('t.entry_level')} AND t.requested_at >= $4 AND t.requested_at < $5
), steps AS (
  SELECT *, assessed_at IS NOT NULL OR admitted_at IS NOT NULL AS assessed, admitted_at IS NOT NULL AS admitted,
    engaged_at <= $6::timestamptz AS engaged,
    admitted_at <= $6::timestamptz - interval '30 days' AND (until IS NULL OR until >= admitted_at + interval '30 days'
      OR reason IN ('completed', 'transferred')) AS kept
  FROM asked
)
SELECT count(*)::int AS asked, count(*) FILTER (WHERE assessed)::int AS assessed,
  count(*) FILTER (WHERE admitted)::int AS admitted,
  count(*) FILTER (WHERE admitted AND engaged)::int AS engaged,
  count(*) FILTER (WHERE admitted AND engaged AND kept)::int AS "kept-30",
  count(*) FILTER (WHERE NOT admitted AND closed_at IS NOT NULL)::int AS closed,
  count(*) FILTER (WHERE NOT admitted AND closed_at IS NULL)::int AS waiting,
  count(*) FILTER (WHERE admitted_at > $6::timestamptz - interval '30 days')::int AS early
FROM steps`;

type Found = Readonly<Record<(typeof funnelSteps)[number] | 'closed' | 'waiting' | 'early', number>>;

export async function readFunnel(scope: AnalyticsScope): Promise<Funnel> {
  const { database, begins, ends, now, groups } = scope;
  const { rows } = await database.query<Found>({
    name: 'read.analytics-funnel',
    text: sql,
    values: [...filters(scope), begins, ends, now],
  });
  const [found] = rows;
  if (found === undefined) throw new Error('A count without a row');
  const counts = groups.nested(funnelSteps.map((step) => found[step]));
  const steps = funnelSteps.map((step, index) => ({ step, count: counts[index] ?? null }));
  // Who was not admitted is the difference of two steps.
  const known = steps.every(({ step, count }) => count !== null || (step !== 'asked' && step !== 'admitted'));
  const outside = [found.closed, found.waiting];
  const [closed = null, waiting = null] = known ? groups.parts(outside).parts : groups.withoutTotal(outside);
  return {
    ...head(scope),
    steps,
    closed,
    waiting,
    early: groups.count(found.early),
  };
}
