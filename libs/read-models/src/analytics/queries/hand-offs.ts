import { handOffGroups, type AnalyticsHandOffs } from '@stepway/contracts';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

/**
 * Moves that began in the period, to the first attended service at the next level. Those that no longer stood (a new
 * decision, a crisis, grounds withdrawn) are left out, and those that death or jail ended.
 */
const sql = `
WITH moves AS (
  SELECT CASE WHEN t.kind = 'step-down' AND t.from_level = ANY ($7::text[]) THEN 'after-24-hour-level' ELSE t.kind END AS kind,
    t.started_at, t.ended_at, extract(epoch FROM t.arrived_at - t.started_at) / 86400 AS days
  FROM read.move t
  WHERE ${filtered('t.from_level')} AND t.started_at >= $4 AND t.started_at < $5
    AND (t.ended_by IS NULL OR t.ended_by IN ('failed', 'discharged', 'patient-declined'))
    AND NOT (t.ended_by IS NOT DISTINCT FROM 'discharged' AND EXISTS (
      SELECT FROM read.stay s WHERE s.episode_id = t.episode_id AND s.until >= t.started_at
        AND s.reason IN ('death', 'incarcerated')))
)
SELECT kind AS group, count(*)::int AS started,
  count(*) FILTER (WHERE days <= 7)::int AS week,
  count(*) FILTER (WHERE days > 7 AND days <= 14)::int AS fortnight,
  count(*) FILTER (WHERE days > 14)::int AS later,
  count(*) FILTER (WHERE days IS NULL AND (ended_at IS NOT NULL OR started_at <= $6::timestamptz - interval '14 days'))::int AS unseen,
  count(*) FILTER (WHERE days IS NULL AND ended_at IS NULL AND started_at > $6::timestamptz - interval '14 days')::int AS early,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median
FROM moves GROUP BY 1`;

interface Found {
  readonly group: string;
  readonly started: number;
  readonly week: number;
  readonly fortnight: number;
  readonly later: number;
  readonly unseen: number;
  readonly early: number;
  readonly median: number | null;
}

/** @param roundTheClock levels at which people live */
export async function readAnalyticsHandOffs(
  scope: AnalyticsScope,
  roundTheClock: readonly string[],
): Promise<AnalyticsHandOffs> {
  const { database, begins, ends, now } = scope;
  const { rows } = await database.query<Found>({
    name: 'read.analytics-hand-offs',
    text: sql,
    values: [...filters(scope), begins, ends, now, roundTheClock],
  });
  const groups = handOffGroups.flatMap((group) => {
    const found = rows.find((row) => row.group === group);
    return found === undefined ? [] : [{ group, ...shown(found, scope) }];
  });
  return { ...head(scope), groups };
}

function shown({ week, fortnight, later, unseen, early, median, started }: Found, { groups }: AnalyticsScope) {
  const { parts, total } = groups.parts([week, fortnight, later, unseen, early]);
  const [within7 = null, days8To14 = null, seenLater = null, notSeen = null, tooEarly = null] = parts;
  const arrived = started - unseen - early;
  return {
    started: total,
    ...{ within7, days8To14, later: seenLater, notSeen, early: tooEarly },
    medianDays: groups.of(arrived, median === null ? null : Math.round(median * 10) / 10),
  };
}
