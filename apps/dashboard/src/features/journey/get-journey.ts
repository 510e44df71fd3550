import { DecisionView, EpisodeView, EventView, listOf, WeeklyScreen } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Moment } from '../../api/queries.ts';
import { ask, search } from '../../api/request.ts';

const pageSize = 500;
const path = (episodeId: string, rest = '') => `/v1/episodes/${encodeURIComponent(episodeId)}${rest}`;

/** Live changes ask again for what begins with `journey`; the past rests while it is looked at. */
const keyOf = (episodeId: string, part: string, past: Moment | undefined) =>
  past === undefined ? ['journey', episodeId, part] : ['past', 'journey', episodeId, part, past.asOf, past.sense];
const resting = (past: Moment | undefined) => (past === undefined ? {} : { staleTime: Infinity, gcTime: 60_000 });

export const journeyQuery = (episodeId: string, past?: Moment) =>
  queryOptions({
    queryKey: keyOf(episodeId, 'state', past),
    queryFn: ({ signal }) => ask(path(episodeId) + search({ ...past }), EpisodeView, signal),
    ...resting(past),
  });

export const weeksQuery = (episodeId: string, past?: Moment) =>
  queryOptions({
    queryKey: keyOf(episodeId, 'weeks', past),
    queryFn: async ({ signal }) =>
      (await ask(path(episodeId, '/weekly-screens') + search({ ...past }), listOf(WeeklyScreen), signal)).items,
    ...resting(past),
  });

/** Why moves were made, or why none was; the newest first. What tests came to mean stands in the events. */
export const decisionsQuery = (episodeId: string, past?: Moment) =>
  queryOptions({
    queryKey: keyOf(episodeId, 'decisions', past),
    queryFn: ({ signal }) =>
      readAll(
        path(episodeId, '/decisions'),
        { about: 'step-up,step-down', ...past },
        DecisionView,
        () => false,
        signal,
      ),
    ...resting(past),
  });

/** All facts, the newest first. Facts never change: asked again, it reads only what is new. */
export const eventsQuery = (episodeId: string, past?: Moment) => {
  const queryKey = keyOf(episodeId, 'events', past);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<readonly EventView[]> => {
      const known = client.getQueryData<readonly EventView[]>(queryKey) ?? [];
      const newest = known[0]?.version ?? 0;
      const isKnown = ({ version }: EventView) => version <= newest;
      const read = await readAll(path(episodeId, '/events'), { ...past }, EventView, isKnown, signal);
      return [...read.filter((event) => !isKnown(event)), ...known];
    },
    ...resting(past),
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
