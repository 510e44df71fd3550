import type { Retention } from '@stepway/contracts';
import { atRiskAfter, bandOf, kaplanMeier, type Observed } from '../statistics/kaplan-meier.ts';
import { leastShown } from '../statistics/least-shown.ts';
import type { SmallGroups } from '../statistics/small-groups.ts';
import { filters, head, type AnalyticsScope } from './scope.ts';

/**
 * Care from an admission, or a return, to its end. Only leaving before completion counts as leaving; completion, a
 * transfer, death and jail are none (pathway §8: never counted as failure), so those people are followed until then,
 * as are people still in care.
 */
const sql = `
WITH spells AS (
  SELECT t.episode_id, t.spell, t.spell_entry AS entry, min(t.since) AS since,
    CASE WHEN bool_or(t.until IS NULL) THEN NULL ELSE max(t.until) END AS until, max(t.reason) AS reason
  FROM read.stay t
  WHERE ($1::text[] IS NULL OR t.programme = ANY ($1)) AND ($2::text[] IS NULL OR t.site_id = ANY ($2))
    AND ($3::text IS NULL OR t.spell_entry = $3) AND t.spell_since >= $4 AND t.spell_since < $5
  GROUP BY 1, 2, 3
), ended AS (
  SELECT entry, until IS NOT NULL AND reason IN ('dropped-out', 'terminated-by-facility', 'other') AS leaving,
    floor(greatest(extract(epoch FROM coalesce(until, $6::timestamptz) - since), 0) / 86400)::int AS day
  FROM spells WHERE since <= $6::timestamptz
)
SELECT entry, day, count(*) FILTER (WHERE leaving)::int AS left, count(*) FILTER (WHERE NOT leaving)::int AS censored
FROM ended GROUP BY 1, 2`;

type Found = Observed & { readonly entry: string };
type Curve = Retention['curves'][number];

/** So far the curve is drawn; numbers at risk stand below every month. */
export const horizonDays = 180;
const everyDays = 30;

/** How many are still in care after so many days, by the level at which they began. */
export async function readRetention(scope: AnalyticsScope): Promise<Retention> {
  const { rows } = await scope.database.query<Found>({
    name: 'read.analytics-retention',
    text: sql,
    values: [...filters(scope), scope.begins, scope.ends, scope.now],
  });
  const curves = [...Map.groupBy(rows, ({ entry }) => entry)].map(([entry, own]) => curveOf(entry, own, scope.groups));
  return { ...head(scope), curves };
}

/**
 * A curve of few people has a step for each of them. For viewers without need it ends where fewer than 11 go on, has a
 * point a week, and is told so coarsely that each share it tells stands for 11 numbers of people or more; where none is
 * coarse enough there is no curve. People are counted in tens, because the ways through the levels are made of the same people.
 */
export function curveOf(entry: string, observed: readonly Observed[], groups: SmallGroups): Curve {
  const people = observed.reduce((sum, { left, censored }) => sum + left + censored, 0);
  const steps = kaplanMeier(observed).filter(({ day }) => day <= horizonDays);
  const start = { day: 0, kept: 1, low: 1, high: 1 };
  const all = [
    ...(steps[0]?.day === 0 ? [] : [start]),
    ...steps.map(({ day, kept, low, high }) => ({ day, kept, low, high })),
  ];
  // Nobody can be said to be there for longer than somebody was followed.
  const followed = Math.min(horizonDays, Math.max(0, ...observed.map(({ day }) => day)));
  const risk = Array.from({ length: horizonDays / everyDays + 1 }, (_, index) => index * everyDays).map((day) => ({
    day,
    people: day === 0 ? people : atRiskAfter(observed, day - 1),
  }));
  const last = all.at(-1) ?? start;
  const whole = last.day < followed ? [...all, { ...last, day: followed }] : all;
  return {
    entry,
    people: groups.about(people),
    points: groups.hidden ? coarse(whole, observed, people) : whole,
    atRisk: risk.map(({ day, people: there }) => ({ day, people: groups.about(there) })),
  };
}

type Point = Curve['points'][number];

/** The finest in which a group of people that is small is not seen. */
const grains = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5] as const;

function coarse(points: readonly Point[], observed: readonly Observed[], people: number): Point[] {
  const grain = grains.find((one) => one * people >= leastShown);
  if (grain === undefined) return [];
  const last = points.at(-1)?.day ?? 0;
  const percent = (share: number): number => Math.round(share * 100) / 100;
  const rounded = (share: number): number => percent(Math.round(share / grain) * grain);
  return Array.from({ length: Math.floor(last / 7) + 1 }, (_, index) => index * 7)
    .filter((day) => day === 0 || atRiskAfter(observed, day) >= leastShown)
    .flatMap((day) => {
      const known = points.findLast((point) => point.day <= day);
      if (known === undefined) return [];
      const kept = rounded(known.kept);
      // Of what is told alone: the band of the true share would tell more of it.
      const { low, high } = bandOf(kept, (1 - kept) / (kept * Math.round(people / 10) * 10));
      return [{ day, kept, low: percent(low), high: percent(high) }];
    });
}
