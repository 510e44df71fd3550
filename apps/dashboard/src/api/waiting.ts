import { Capacity, listOf, WaitingListItem, type SetCapacity } from '@stepway/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { ask, post, search } from './request.ts';
import { useLiveEvents } from './use-live.ts';

const Page = listOf(WaitingListItem);
/** Changes that come together are asked for together. */
const restMs = 150;

/** Who waits for a place: applicants in the statutory order, then moves by acuity. */
export const waitingQuery = queryOptions({
  queryKey: ['waiting', 'list'],
  queryFn: async ({ signal }): Promise<readonly WaitingListItem[]> => {
    const items: WaitingListItem[] = [];
    let cursor: string | null = null;
    do {
      const { items: more, next }: Awaited<ReturnType<typeof readPage>> = await readPage(cursor, signal);
      items.push(...more);
      cursor = next;
    } while (cursor !== null);
    return items;
  },
});

const readPage = (cursor: string | null, signal: AbortSignal) =>
  ask(`/v1/waiting-list${search({ limit: 500, cursor })}`, Page, signal);

/** Places of each site and level. */
export const capacityQuery = queryOptions({
  queryKey: ['waiting', 'capacity'],
  queryFn: async ({ signal }) => (await ask('/v1/capacity', Capacity, signal)).items,
});

/** Asks again for both when a journey changes, while the screen is open. */
export function useLiveWaiting(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvents(({ event }) => {
    if (event !== 'episode') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.invalidateQueries({ queryKey: ['waiting'] }), restMs);
  });
}

/** From now on the site has so many places there. @throws ProblemError, NoAnswerError */
export const setCapacity = (places: SetCapacity): Promise<unknown> => post('/v1/capacity', places, z.unknown());
