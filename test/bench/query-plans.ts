import { writeFileSync } from 'node:fs';
import type { Database } from '@stepway/read-models';
import { z } from 'zod';
import { overEverybody, questions, type Asked } from './questions.ts';

/** A step of a plan that read more rows than this one after the other read a whole large table. */
const manyRows = 10_000;
const file = 'docs/query-plans.md';

interface Step {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number | undefined;
  readonly Plans?: readonly Step[] | undefined;
}
const Step: z.ZodType<Step> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Actual Rows': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(Step).optional(),
  }),
);
const Explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: Step })]) })]);
const Lines = z.array(z.object({ 'QUERY PLAN': z.string() }));

export interface QueryPlan {
  readonly what: string;
  readonly text: string;
  /** Whether it read a whole large table. */
  readonly scansAll: boolean;
}

/** How the database answers each question; with `STEPWAY_WRITE_DOCS=1` written to the documents. */
export async function plansOf(asked: Asked): Promise<readonly QueryPlan[]> {
  const plans: QueryPlan[] = [];
  for (const { what, ask } of questions) plans.push(await planOf(what, asked, (of) => ask(of, 1)));
  if (process.env['STEPWAY_WRITE_DOCS'] !== '1') return plans;
  for (const { what, ask } of overEverybody) plans.push(await planOf(what, asked, (of) => ask(of, 1)));
  writeFileSync(file, documentOf(plans));
  return plans.slice(0, questions.length);
}

async function planOf(what: string, asked: Asked, ask: (asked: Asked) => Promise<unknown>): Promise<QueryPlan> {
  const statements: { text: string; values: unknown[] }[] = [];
  await ask({ ...asked, pool: listening(asked.pool, statements) });
  const [statement] = statements;
  if (statement === undefined) throw new Error(`${what} asks the database nothing`);
  const { text, values } = statement;
  const tree = await asked.pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
  const lines = await asked.pool.query(`EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF, SUMMARY ON) ${text}`, values);
  const [{ 'QUERY PLAN': explained }] = Explained.parse(tree.rows);
  return {
    what,
    text: Lines.parse(lines.rows)
      .map(({ 'QUERY PLAN': line }) => line)
      .join('\n'),
    scansAll: readsAll(explained[0].Plan),
  };
}

const readsAll = (step: Step): boolean =>
  (step['Node Type'] === 'Seq Scan' && step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0) > manyRows) ||
  (step.Plans ?? []).some(readsAll);

/** The same database, with what it is asked written down. */
function listening(database: Database, statements: { text: string; values: unknown[] }[]): Database {
  return new Proxy(database, {
    get: (target, name) =>
      name === 'query'
        ? (query: { text: string; values?: unknown[] }) => {
            statements.push({ text: query.text, values: query.values ?? [] });
            return target.query(query);
          }
        : Reflect.get(target, name),
  });
}

const documentOf = (plans: readonly QueryPlan[]): string =>
  [
    '# How the hot questions are answered',
    '',
    'The plans of PostgreSQL for the questions that open pages ask again and again, over 100,000 journeys, as',
    '`STEPWAY_WRITE_DOCS=1 npm run bench -- reads` wrote them.',
    ...plans.flatMap(({ what, text }) => ['', `## ${what}`, '', '```', text, '```']),
    '',
  ].join('\n');
