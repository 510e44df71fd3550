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

/** What of the open tasks is asked for. Written for the indexes: only what is asked stands in it. */
function conditions(scope: WorklistScope, now: Instant, values: Values): string {
  const { siteIds, actBefore } = scope;
  const any = (column: string, list: readonly string[] | undefined): string[] =>
    list === undefined ? [] : [`${column} = ANY(${values.add(list, 'text[]')})`];
  const [site, another] = siteIds ?? [];
  return [
    'is_open',
    // One site stands in an index of its own, in order.
    ...(site !== undefined && another === undefined
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
 * Open tasks, the most pressing first. The clock adds points in steps: within a step the order of an index holds, so each
 * step is read from its own place there, and the few rows of each are put together.
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
  const where = conditions(query, now, values);
  const most = values.add(limit + 1, 'int');
  const after =
    total === undefined
      ? undefined
      : [values.add(total, 'int'), values.add(actBy, 'timestamptz'), values.add(taskId, 'text')];

  const steps = timeSteps.map(({ fromHours, points }, index) => {
    const earlier = timeSteps[index - 1];
    const overFor = (hours: number): string => values.add(plusHours(now, -hours), 'timestamptz');
    const bounds = [
      ...(Number.isFinite(fromHours) ? [`act_by <= ${overFor(fromHours)}`] : []),
      ...(earlier === undefined ? [] : [`act_by > ${overFor(earlier.fromHours)}`]),
      ...(after === undefined ? [] : [`(rank, act_by, task_id) > (${points} - ${after[0]}, ${after[1]}, ${after[2]})`]),
    ];
    return `(SELECT row, ${points} - rank AS total, act_by, task_id FROM read.worklist
      WHERE ${[where, ...bounds].join(' AND ')} ORDER BY rank, act_by, task_id LIMIT ${most})`;
  });
  const { rows } = await database.query<Found>({
    text: `SELECT row, total, act_by::text AS sorted_by, task_id FROM (${steps.join('\nUNION ALL ')}) AS found
      ORDER BY total DESC, found.act_by, task_id LIMIT ${most}`,
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
