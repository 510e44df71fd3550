import type { WorklistRow } from '@stepway/contracts';
import { fromMs, plusHours, timeSteps, toMs, type Instant, type Role, type TaskKind } from '@stepway/pathway';
import { keysOf, pageOf, type Page } from '../cursor.ts';
import type { Database } from '../table.ts';
import { atMoment } from './at-moment.ts';

export interface WorklistScope {
  readonly siteIds?: readonly string[];
  readonly programmes?: readonly string[];
  readonly levels?: readonly string[];
  readonly kinds?: readonly TaskKind[];
  readonly roles?: readonly Role[];
  readonly urgent?: boolean;
  readonly episodeIds?: readonly string[];
  readonly taskIds?: readonly string[];
  /** A member of staff who has it. */
  readonly ownedBy?: string;
  /** Members of staff: what they have, and what is asked about the people they care for. */
  readonly team?: readonly string[];
  readonly unowned?: boolean;
  /** Default: those that were put off are left out. */
  readonly withSnoozed?: boolean;
  /** Only what must be done until then; by site, where the day ends at another moment. */
  readonly actBefore?: Instant | ReadonlyMap<string, Instant>;
}

export interface WorklistQuery extends WorklistScope {
  readonly cursor?: string;
  /** Default 100. */
  readonly limit?: number;
}

interface Found {
  readonly row: WorklistRow;
  readonly total: number;
  readonly sorted_by: string;
  readonly task_id: string;
}

/** Collects the values of a statement. */
class Values {
  readonly list: unknown[] = [];
  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

const ofTeam = (team: string): string => `(care_team && ${team} OR owner = ANY(${team}))`;

/**
 * What of the open tasks is asked for. Written for the indexes: only what is asked stands in it.
 * @param ofSite an expression that a site is equal to, where each site is read by itself
 */
function conditions(scope: WorklistScope, now: Instant, values: Values, ofSite?: string): string {
  const { siteIds, actBefore } = scope;
  const any = (column: string, list: readonly string[] | undefined): string[] =>
    list === undefined ? [] : [`${column} = ANY(${values.add(list, 'text[]')})`];
  const [site, another] = siteIds ?? [];
  return [
    'is_open',
    // One site stands in an index of its own, in order.
    ...(ofSite !== undefined
      ? [`site_id = ${ofSite}`]
      : site !== undefined && another === undefined
        ? [`site_id = ${values.add(site, 'text')}`]
        : any('site_id', siteIds)),
    ...any('programme', scope.programmes),
    ...any('level', scope.levels),
    ...any('kind', scope.kinds),
    ...any('role', scope.roles),
    ...any('episode_id', scope.episodeIds),
    ...any('task_id', scope.taskIds),
    ...(scope.urgent === undefined ? [] : [scope.urgent ? 'urgent' : 'NOT urgent']),
    ...(scope.ownedBy === undefined ? [] : [`owner = ${values.add(scope.ownedBy, 'text')}`]),
    ...(scope.team === undefined ? [] : [ofTeam(values.add(scope.team, 'text[]'))]),
    ...(scope.unowned === true ? ['owner IS NULL'] : []),
    ...(scope.withSnoozed === true
      ? []
      : [`(snoozed_until IS NULL OR snoozed_until <= ${values.add(now, 'timestamptz')})`]),
    ...(typeof actBefore === 'string' ? [`act_by <= ${values.add(actBefore, 'timestamptz')}`] : []),
    ...(typeof actBefore === 'object'
      ? [`act_by <= (${values.add(JSON.stringify(Object.fromEntries(actBefore)), 'jsonb')} ->> site_id)::timestamptz`]
      : []),
  ].join(' AND ');
}

/**
 * Open tasks, the most pressing first.
 * @throws CursorUnknown
 */
export async function readWorklist(
  database: Database,
  query: WorklistQuery,
  clock: { readonly now: Instant },
): Promise<Page<WorklistRow>> {
  const { limit = 100, cursor } = query;
  const [began, total, actBy, taskId] =
    cursor === undefined ? [] : keysOf(cursor, 'version', 'version', 'moment', 'task');
  // A list is read to its end as it was ranked at its beginning.
  const now = began === undefined ? clock.now : fromMs(Number(began));
  const values = new Values();
  const asked: Asked = {
    query,
    now,
    values,
    most: values.add(limit + 1, 'int'),
    after:
      total === undefined
        ? undefined
        : [values.add(total, 'int'), values.add(actBy, 'timestamptz'), values.add(taskId, 'text')],
  };
  const { rows } = await database.query<Found>({
    text: query.team === undefined ? rankedByIndex(asked) : rankedOfTeam(asked),
    values: values.list,
  });
  const { items, next } = pageOf(rows, limit, (row) => [
    String(toMs(now)),
    String(row.total),
    row.sorted_by,
    row.task_id,
  ]);
  return { items: items.map(({ row }) => atMoment(row, now)), next };
}

interface Asked {
  readonly query: WorklistQuery;
  readonly now: Instant;
  readonly values: Values;
  /** The parameters, as they stand in the statement. */
  readonly most: string;
  readonly after: readonly [total: string, actBy: string, taskId: string] | undefined;
}

/**
 * The clock adds points in steps: within a step the order of an index holds, so each step is read from its own place
 * there, of each site by itself, and the few rows of each are put together.
 */
function rankedByIndex({ query, now, values, most, after }: Asked): string {
  const sites = query.siteIds !== undefined && query.siteIds.length > 1 && !isOfFew(query) ? query.siteIds : undefined;
  const places = sites && values.add(sites, 'text[]');
  const where = conditions(query, now, values, places && 'place.id');
  const steps = timeSteps.map(({ fromHours, points }, index) => {
    const earlier = timeSteps[index - 1];
    const overFor = (hours: number): string => values.add(plusHours(now, -hours), 'timestamptz');
    const bounds = [
      ...(Number.isFinite(fromHours) ? [`act_by <= ${overFor(fromHours)}`] : []),
      ...(earlier === undefined ? [] : [`act_by > ${overFor(earlier.fromHours)}`]),
      ...(after === undefined ? [] : [`(rank, act_by, task_id) > (${points} - ${after[0]}, ${after[1]}, ${after[2]})`]),
    ];
    const first = `SELECT row, ${points} - rank AS total, act_by, task_id FROM read.worklist
      WHERE ${[where, ...bounds].join(' AND ')} ORDER BY rank, act_by, task_id LIMIT ${most}`;
    return places === undefined
      ? `(${first})`
      : `(SELECT own.* FROM unnest(${places}) AS place(id) CROSS JOIN LATERAL (${first}) AS own)`;
  });
  return `SELECT row, total, act_by::text AS sorted_by, task_id FROM (${steps.join('\nUNION ALL ')}) AS found
    ORDER BY total DESC, found.act_by, task_id LIMIT ${most}`;
}

/** Whether few tasks at most answer: those are found by themselves, without an order. */
const isOfFew = ({ ownedBy, episodeIds, taskIds }: WorklistQuery): boolean =>
  [ownedBy, episodeIds, taskIds].some((asked) => asked !== undefined);

/**
 * No index holds the tasks of a team in their order, and theirs are a few among very many: all of them are found by who
 * has them and who cares for the people, ranked, and only the first are read whole.
 */
function rankedOfTeam({ query, now, values, most, after }: Asked): string {
  const where = conditions(query, now, values);
  const steps = timeSteps.map(({ fromHours, points }) =>
    Number.isFinite(fromHours)
      ? `WHEN act_by <= ${values.add(plusHours(now, -fromHours), 'timestamptz')} THEN ${points}`
      : `ELSE ${points}`,
  );
  return `WITH theirs AS MATERIALIZED (
      SELECT episode_id, task_id, act_by, (CASE ${steps.join(' ')} END) - rank AS total FROM read.worklist WHERE ${where}
    ), first AS (
      SELECT * FROM theirs${after === undefined ? '' : ` WHERE (-total, act_by, task_id) > (-${after[0]}, ${after[1]}, ${after[2]})`}
      ORDER BY total DESC, act_by, task_id LIMIT ${most}
    )
    SELECT task.row, first.total, first.act_by::text AS sorted_by, first.task_id
    FROM first JOIN read.worklist AS task USING (episode_id, task_id)
    ORDER BY first.total DESC, first.act_by, first.task_id`;
}

/** A count costs no more than so many rows. */
export const mostCounted = 1_000;

/** How many there are, `mostCounted` at most. */
export async function countWorklist(
  database: Database,
  scopes: readonly WorklistScope[],
  { now }: { readonly now: Instant },
): Promise<readonly number[]> {
  const values = new Values();
  const counts = scopes.map(
    (scope) =>
      `(SELECT count(*)::int FROM (SELECT FROM read.worklist WHERE ${conditions(scope, now, values)} LIMIT ${mostCounted}) AS one)`,
  );
  const { rows } = await database.query<{ counts: number[] }>({
    text: `SELECT ARRAY[${counts.join(', ')}] AS counts`,
    values: values.list,
  });
  return rows[0]?.counts ?? scopes.map(() => 0);
}
