import { DecisionView, EpisodeView, EventView, listOf, WeeklyScreen } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask, search } from '../../api/request.ts';

const pageSize = 500;
const path = (episodeId: string, rest = '') => `/v1/episodes/${encodeURIComponent(episodeId)}${rest}`;

export const journeyQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['journey', episodeId, 'state'],
    queryFn: ({ signal }) => ask(path(episodeId), EpisodeView, signal),
  });

export const weeksQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['journey', episodeId, 'weeks'],
    queryFn: async ({ signal }) => (await ask(path(episodeId, '/weekly-screens'), listOf(WeeklyScreen), signal)).items,
  });

/** Why moves were made, or why none was; the newest first. What tests came to mean stands in the events. */
export const decisionsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['journey', episodeId, 'decisions'],
    queryFn: ({ signal }) =>
      readAll(path(episodeId, '/decisions'), { about: 'step-up,step-down' }, DecisionView, () => false, signal),
  });

/** All facts, the newest first. Facts never change: asked again, it reads only what is new. */
export const eventsQuery = (episodeId: string) => {
  const queryKey = ['journey', episodeId, 'events'] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<readonly EventView[]> => {
      const known = client.getQueryData<readonly EventView[]>(queryKey) ?? [];
      const newest = known[0]?.version ?? 0;
      const isKnown = ({ version }: EventView) => version <= newest;
      const read = await readAll(path(episodeId, '/events'), {}, EventView, isKnown, signal);
      return [...read.filter((event) => !isKnown(event)), ...known];
    },
  });
};

/** Reads pages until the last, or until an item is known already. */
async function readAll<Item extends z.ZodType>(
  address: string,
  parameters: Readonly<Record<string, string>>,
  item: Item,
  isKnown: (item: z.output<Item>) => boolean,
  signal: AbortSignal,
): Promise<readonly z.output<Item>[]> {
  const Page = listOf(item);
  const items: z.output<Item>[] = [];
  let cursor: string | null = null;
  do {
    const page: z.output<typeof Page> = await ask(
      `${address}${search({ ...parameters, limit: pageSize, cursor })}`,
      Page,
      signal,
    );
    items.push(...page.items);
    cursor = page.items.some(isKnown) ? null : page.next;
  } while (cursor !== null);
  return items;
}
