import { InboxHealth, Rebuilds, RebuildView, Sender, SystemView } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, post } from '../../api/request.ts';

/** Asked again and again while it is looked at: what is behind shows itself by itself. */
export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => ask('/v1/system', SystemView, signal),
  refetchInterval: 2_000,
});

/** The rebuild under way, or the last; null before the first. */
export const rebuildQuery = queryOptions({
  queryKey: ['system', 'rebuilds'],
  queryFn: async ({ signal }) => (await ask('/v1/system/rebuilds', Rebuilds, signal)).items[0] ?? null,
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? 500 : 10_000),
});

/** How many messages from outside wait; nobody tells when that changes. */
export const inboxQuery = queryOptions({
  queryKey: ['system', 'inbox'],
  queryFn: ({ signal }) => ask('/v1/inbox', InboxHealth, signal),
  refetchInterval: 5_000,
});

/** What each sender is called, by its id. */
export const sendersQuery = queryOptions({
  queryKey: ['senders'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
    const { items } = await ask('/v1/senders', z.object({ items: z.array(Sender) }), signal);
    return new Map(items.map(({ senderId, title }) => [senderId, title]));
  },
  staleTime: 60_000,
});

export const startRebuild = (body: {
  readonly models?: readonly string[];
  readonly switch: boolean;
}): Promise<RebuildView> => post('/v1/system/rebuilds', body, RebuildView);

export const retryParked = (episodeId: string): Promise<unknown> =>
  post(`/v1/system/parked/${episodeId}/retry`, {}, z.unknown());
