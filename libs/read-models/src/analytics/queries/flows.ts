import type { Transitions } from '@stepway/contracts';
import type { SmallGroups } from '../statistics/small-groups.ts';
import { filters, type AnalyticsScope } from './scope.ts';

type Flow = Transitions['flows'][number];

/** So many stays after an admission are drawn. */
export const staysDrawn = 3;

/** Each spell that began in the period, as one text: the level and how it was entered, up to three; then its end. */
const sql = `
WITH spells AS (
  SELECT t.episode_id, t.spell,
    array_agg(t.entered || ' ' || t.level ORDER BY t.place) FILTER (WHERE t.place <= ${staysDrawn}) AS way,
    max(t.place) AS stays, max(t.reason) AS reason
  FROM read.stay t
  WHERE ($1::text[] IS NULL OR t.programme = ANY ($1)) AND ($2::text[] IS NULL OR t.site_id = ANY ($2))
    AND ($3::text IS NULL OR t.spell_entry = $3) AND t.spell_since >= $4 AND t.spell_since < $5
  GROUP BY 1, 2
)
SELECT way, CASE WHEN stays > ${staysDrawn} THEN NULL ELSE coalesce(reason, 'still-here') END AS end, count(*)::int
FROM spells GROUP BY 1, 2`;

interface Way {
  readonly way: readonly string[];
  /** Null where it went on after the last stay drawn. */
  readonly end: string | null;
  readonly count: number;
}

export async function readFlows(scope: AnalyticsScope): Promise<Pick<Transitions, 'admitted' | 'flows'>> {
  const { rows } = await scope.database.query<Way>({
    name: 'read.analytics-flows',
    text: sql,
    values: [...filters(scope), scope.begins, scope.ends],
  });
  return {
    admitted: scope.groups.count(rows.reduce((sum, { count }) => sum + count, 0)),
    flows: flowsOf(rows, scope.groups),
  };
}

/**
 * The ways, step by step. Who goes a way that too few go leaves the picture there: what goes on from a level is then
 * made of those only whose way to it is shown, so that no difference of widths tells of the others.
 */
export function flowsOf(ways: readonly Way[], groups: SmallGroups): Flow[] {
  const flows: Flow[] = [];
  let going = ways;
  for (let step = 0; step <= staysDrawn; step += 1) {
    const byFrom = Map.groupBy(going, ({ way }) => (step === 0 ? null : levelOf(way[step - 1])));
    const goOn: Way[] = [];
    for (const [from, own] of byFrom) {
      const byNext = [...Map.groupBy(own, (one) => nextOf(one, step))].flatMap(([next, people]) =>
        next === 'over' ? [] : [{ next, people, count: people.reduce((sum, { count }) => sum + count, 0) }],
      );
      const shown = groups.parts(byNext.map(({ count }) => count));
      for (const [index, { next, people }] of byNext.entries()) {
        const count = shown.parts[index];
        if (count === null || count === undefined) continue;
        flows.push({ step, from, ...targetOf(next), count });
        if (!next.startsWith('end ')) goOn.push(...people);
      }
      if (shown.hidden !== null && shown.hidden > 0)
        flows.push({ step, from, to: 'hidden', kind: 'hidden', count: shown.hidden });
    }
    going = goOn;
  }
  return flows.toSorted((a, b) => a.step - b.step || b.count - a.count);
}

const levelOf = (stay: string | undefined): string => stay?.split(' ')[1] ?? '';

/** Where a way leads at a step: a stay, its end, or out of the picture. */
const nextOf = ({ way, end }: Way, step: number): string => way[step] ?? (end === null ? 'over' : `end ${end}`);

const kinds = ['admission', 'step-up', 'step-down', 'lateral', 're-entry'] as const;

function targetOf(next: string): Pick<Flow, 'to' | 'kind'> {
  const [how = '', to = ''] = next.split(' ');
  return { to, kind: kinds.find((kind) => kind === how) ?? (how === 'end' ? 'end' : 'lateral') };
}
