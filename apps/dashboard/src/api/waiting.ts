import { listOf, WaitingListItem, type SetCapacity } from '@stepway/contracts';
import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { everyPage } from './every-page.ts';
import { capacityQuery } from './queries.ts';
import { ask, post, search } from './request.ts';
import { inRounds } from './rounds.ts';
import { useLiveEvents } from './use-live.ts';

const Page = listOf(WaitingListItem);

/** Who waits for a place: applicants in the statutory order, then moves by acuity. */
export const waitingQuery = queryOptions({
  queryKey: ['waiting'],
  queryFn: ({ signal }) =>
    everyPage((cursor) => ask(`/v1/waiting-list${search({ limit: 500, cursor })}`, Page, signal)),
});

/** Asks again for what waits and for the places when a journey changes, while the screen is open. */
export function useLiveWaiting(): void {
  const client = useQueryClient();
  const [changed] = useState(() => inRounds(() => askAgain(client)));
  useLiveEvents((event) => event.event === 'episode' && changed(event.data.episodeIds));
}

async function askAgain(client: QueryClient): Promise<void> {
  await Promise.all([waitingQuery, capacityQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
}

/** From now on the site has so many places there. @throws ProblemError, NoAnswerError */
export const setCapacity = (places: SetCapacity): Promise<unknown> => post('/v1/capacity', places, z.unknown());
