import { measureNames, type MeasureName, type Measures } from '@stepway/contracts';
import { filtered, filters, head, type AnalyticsScope } from './scope.ts';

/** First, second and neither of those whose last day of follow-up has passed; and those for whom it has not. */
const counted = (measure: MeasureName, lasts: string, first: string, second: string): string => `
SELECT '${measure}' AS measure,
  count(*) FILTER (WHERE ${lasts} <= $6::timestamptz)::int AS of,
  count(*) FILTER (WHERE ${lasts} > $6::timestamptz)::int AS early,
  count(*) FILTER (WHERE ${lasts} <= $6::timestamptz AND ${first})::int AS first,
  count(*) FILTER (WHERE ${lasts} <= $6::timestamptz AND NOT coalesce(${first}, false) AND ${second})::int AS second`;

const inPeriod = (at: string): string => `${at} >= $4 AND ${at} < $5`;
const within = (reached: string, at: string, days: number): string => `${reached} <= ${at} + interval '${days} days'`;

/**
 * IET looks for an episode that is new (194 days without one before it); FUI at the end of care where one lives, the
 * last one where they follow each other (of
 * a transfer elsewhere nothing is known here); FUA at an emergency; POD at the beginning of a medication (clinical-reference §5).
 */
const sql = `
${counted(
  'initiation',
  "t.requested_at + interval '48 days'",
  `${within('t.initiated_at', 't.requested_at', 14)} AND ${within('t.engaged_at', 't.initiated_at', 34)}`,
  within('t.initiated_at', 't.requested_at', 14),
)} FROM read.course t
LEFT JOIN read.course p ON p.episode_id = t.previous_episode_id
WHERE ${filtered('t.entry_level')} AND ${inPeriod('t.requested_at')}
  AND (p.closed_at IS NULL OR p.closed_at < t.requested_at - interval '194 days')
UNION ALL ${counted(
  'after-residential',
  "t.left_at + interval '30 days'",
  within('t.served_at', 't.left_at', 7),
  within('t.served_at', 't.left_at', 30),
)} FROM read.stay t
LEFT JOIN read.stay n ON t.next_level IS NOT NULL AND n.episode_id = t.episode_id AND n.ordinal = t.ordinal + 1
WHERE ${filtered('t.level')} AND ${inPeriod('t.left_at')} AND t.round_the_clock AND n.round_the_clock IS NOT TRUE
  AND (t.reason IS NULL OR t.reason NOT IN ('transferred', 'death', 'incarcerated'))
UNION ALL ${counted(
  'after-emergency',
  "t.at + interval '30 days'",
  within('t.first_at', 't.at', 7),
  within('t.first_at', 't.at', 30),
)} FROM read.measured_case t
WHERE ${filtered('t.level')} AND ${inPeriod('t.at')} AND t.measure = 'emergency'
UNION ALL ${counted(
  'medication',
  "t.at + interval '180 days'",
  "t.first_at IS NULL OR t.first_at >= t.at + interval '180 days'",
  'false',
)} FROM read.measured_case t
WHERE ${filtered('t.level')} AND ${inPeriod('t.at')} AND t.measure = 'medication'`;

interface Found {
  readonly measure: MeasureName;
  readonly of: number;
  readonly early: number;
  readonly first: number;
  readonly second: number;
}

/** Initiation, engagement, follow-up and medication, as far as one clinic’s record can say. */
export async function readMeasures(scope: AnalyticsScope): Promise<Measures> {
  const { database, begins, ends, now, groups } = scope;
  const { rows } = await database.query<Found>({
    name: 'read.analytics-measures',
    text: sql,
    values: [...filters(scope), begins, ends, now],
  });
  const measures = measureNames.map((measure) => {
    const { of, early, first, second } = rows.find((row) => row.measure === measure) ?? nobody;
    const { parts, total } = groups.parts([first, second, of - first - second]);
    const [one = null, two = null, neither = null] = parts;
    return { measure, of: total, early: groups.count(early), first: one, second: two, neither };
  });
  return { ...head(scope), measures };
}

const nobody = { of: 0, early: 0, first: 0, second: 0 };
