import { listOf, WorklistCounts, WorklistItem } from '@stepway/contracts';
import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type Query,
  type QueryClient,
} from '@tanstack/react-query';
import { z } from 'zod';
import { ask, search } from './request.ts';

/** What is asked of the worklist, by the names of its route. */
export type WorklistAsked = Readonly<Partial<Record<z.infer<typeof Parameters>, string | undefined>>>;
const Parameters = z.enum([
  'who',
  'due',
  'kind',
  'role',
  'site',
  'programme',
  'level',
  'snoozed',
  'urgent',
  'taskIds',
  'episodeIds',
  'asOf',
  'sense',
]);
const Asked = z.partialRecord(Parameters, z.string());

const Page = listOf(WorklistItem);
export type WorklistPage = z.output<typeof Page>;
type Pages = InfiniteData<WorklistPage, string | null>;

const pageSize = 200;
/** The API takes at most this many ids at once. */
const idsAtOnce = 100;

const path = (asked: WorklistAsked, more: Readonly<Record<string, string | number | null>> = {}): string =>
  `/v1/worklist${search({ ...asked, ...more })}`;

/** Open tasks, the most pressing first, page by page. What is looked at of the past does not change. */
export const worklistQuery = (asked: WorklistAsked) =>
  infiniteQueryOptions({
    queryKey: asked.asOf === undefined ? ['worklist', asked] : ['past', 'worklist', asked],
    queryFn: ({ signal, pageParam }) => ask(path(asked, { limit: pageSize, cursor: pageParam }), Page, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Live changes keep it fresh, but the clock changes ranks without an event.
    ...(asked.asOf === undefined
      ? { staleTime: 60_000, refetchInterval: 5 * 60_000 }
      : { staleTime: Infinity, gcTime: 60_000 }),
  });

/** The open tasks of one person. */
export const tasksOfQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['tasks-of', episodeId],
    queryFn: ({ signal }) => ask(path({ episodeIds: episodeId, snoozed: 'shown' }, { limit: 100 }), Page, signal),
  });

export const worklistCountsQuery = (asked: Pick<WorklistAsked, 'site' | 'programme'>) =>
  queryOptions({
    queryKey: ['worklist-counts', asked],
    queryFn: ({ signal }) => ask(`/v1/worklist/counts${search(asked)}`, WorklistCounts, signal),
    staleTime: 60_000,
    refetchInterval: 5 * 60_000,
  });

export const itemsOf = (data: Pick<Pages, 'pages'> | undefined): readonly WorklistItem[] =>
  data?.pages.flatMap(({ items }) => items) ?? [];

/**
 * Reads the tasks of the named journeys again and puts them where they belong in every list that is shown; one that is
 * loaded and not shown is asked for again when it is.
 */
export async function refreshWorklist(client: QueryClient, episodeIds: readonly string[]): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: ['worklist'] });
  const ids = new Set(episodeIds);
  for (const query of lists) if (!query.isActive()) query.invalidate();
  await Promise.all(lists.filter((query) => query.isActive()).map((query) => refreshList(client, query, ids)));
  for (const id of episodeIds) void client.invalidateQueries({ queryKey: ['tasks-of', id] });
}

async function refreshList(client: QueryClient, query: Query, ids: ReadonlySet<string>): Promise<void> {
  const asked = Asked.parse(query.queryKey[1]);
  const all = [...ids];
  const fresh: WorklistItem[] = [];
  for (let at = 0; at < all.length; at += idsAtOnce) {
    const episodeIds = all.slice(at, at + idsAtOnce).join(',');
    fresh.push(...(await ask(path(asked, { episodeIds, limit: 500 }), Page)).items);
  }
  // An answer still on its way may be older than the change, and would take the place of what is put here.
  while (query.state.fetchStatus === 'fetching') await query.promise?.catch(() => undefined);
  client.setQueryData<Pages>(query.queryKey, (known) => known && withTasks(known, ids, fresh));
}

/**
 * The same list with these tasks in place of all that those journeys had; it then stands in its first page, and the next
 * one follows as before. What comes after the last task read stays for the pages that follow. Exported for its spec.
 */
export function withTasks(known: Pages, ids: ReadonlySet<string>, fresh: readonly WorklistItem[]): Pages {
  const all = itemsOf(known);
  const last = all.at(-1);
  const whole = (known.pages.at(-1)?.next ?? null) === null;
  const here = fresh.filter((item) => whole || last === undefined || inOrder(item, last) <= 0);
  const items = [...all.filter(({ episodeId }) => !ids.has(episodeId)), ...here].toSorted(inOrder);
  return { ...known, pages: known.pages.map((page, at) => ({ ...page, items: at === 0 ? items : [] })) };
}

/** As the API has it: the most points first, then who must act first. */
const inOrder = (a: WorklistItem, b: WorklistItem): number =>
  b.points - a.points || Date.parse(a.actBy) - Date.parse(b.actBy) || (a.taskId < b.taskId ? -1 : 1);
