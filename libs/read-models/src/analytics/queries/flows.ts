import type { Transitions } from '@stepway/contracts';
import { eachWay, waysTogether, type Path, type WayClass } from '../statistics/ways-together.ts';
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
  const { admitted, classes } = scope.groups.hidden ? waysTogether(rows.map(pathOf)) : eachWay(rows.map(pathOf));
  return { admitted, flows: flowsOf(classes) };
}

/** Where a way leads after its last stay: to its end, or on to what is not drawn. */
export const pathOf = ({ way, end, count }: Way): Path => ({ steps: [...way, `end ${end ?? 'went-on'}`], count });

/** The ways, step by step. What goes into a stay comes out of it again. */
export function flowsOf(classes: readonly WayClass[]): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { steps, others, count } of classes) {
    for (const [step, next] of [...steps, ...(others ? ['hidden hidden'] : [])].entries()) {
      const from = step === 0 ? null : levelOf(steps[step - 1]);
      const key = JSON.stringify([step, from, next]);
      flows.set(key, { step, from, ...targetOf(next), count: count + (flows.get(key)?.count ?? 0) });
    }
  }
  return [...flows.values()].toSorted((a, b) => a.step - b.step || b.count - a.count);
}

const levelOf = (stay: string | undefined): string => stay?.split(' ')[1] ?? '';

const kinds = ['admission', 'step-up', 'step-down', 'lateral', 're-entry', 'end', 'hidden'] as const;

function targetOf(next: string): Pick<Flow, 'to' | 'kind'> {
  const [how = '', to = ''] = next.split(' ');
  return { to, kind: kinds.find((kind) => kind === how) ?? 'lateral' };
}
