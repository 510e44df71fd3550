import type { Readmission } from '@stepway/contracts';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

/**
 * Ends of care in the period, and the return to it: a re-entry into the same episode, or the next episode of the person.
 * Who died, or was taken to jail, could not come back: they are not counted. Everyone was followed for 90 days.
 */
const sql = `
WITH ends AS (
  SELECT t.level, t.until, least(
      (SELECT min(n.since) FROM read.stay n WHERE n.episode_id = t.episode_id AND n.ordinal > t.ordinal),
      (SELECT min(c.admitted_at) FROM read.course c WHERE c.previous_episode_id = t.episode_id)
    ) AS back_at
  FROM read.stay t
  WHERE ${filtered('t.level')} AND t.until >= $4 AND t.until < $5 AND t.reason IS NOT NULL
    AND t.reason NOT IN ('death', 'incarcerated')
)
SELECT level,
  count(*) FILTER (WHERE until <= $6::timestamptz - interval '90 days')::int AS of,
  count(*) FILTER (WHERE until > $6::timestamptz - interval '90 days')::int AS early,
  count(*) FILTER (WHERE until <= $6::timestamptz - interval '90 days' AND back_at <= until + interval '30 days')::int AS soon,
  count(*) FILTER (WHERE until <= $6::timestamptz - interval '90 days' AND back_at > until + interval '30 days'
    AND back_at <= until + interval '90 days')::int AS later
FROM ends GROUP BY 1`;

interface Found {
  readonly level: string;
  readonly of: number;
  readonly early: number;
  readonly soon: number;
  readonly later: number;
}

export async function readReadmission(scope: AnalyticsScope): Promise<Readmission> {
  const { database, begins, ends, now, groups } = scope;
  const { rows } = await database.query<Found>({
    name: 'read.analytics-readmission',
    text: sql,
    values: [...filters(scope), begins, ends, now],
  });
  const levels = rows.map(({ level, of, early, soon, later }) => {
    const { parts, total } = groups.parts([soon, later, of - soon - later]);
    const [within30 = null, days31To90 = null, notReturned = null] = parts;
    return { level, of: total, early: groups.count(early), within30, days31To90, notReturned };
  });
  return { ...head(scope), levels };
}
