import { DecisionView, EpisodeView, listOf } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './request.ts';

/** One journey as it is now: what a panel says of it beside its row. Live changes ask for it again by its key. */
export const journeyNowQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['journey', episodeId, 'now'],
    queryFn: ({ signal }) => ask(`/v1/episodes/${encodeURIComponent(episodeId)}`, EpisodeView, signal),
  });

/** Why moves of it were made or proposed, or why none was; the newest 50 first. */
export const decisionsNowQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['journey', episodeId, 'decisions-now'],
    queryFn: async ({ signal }) =>
      (
        await ask(
          `/v1/episodes/${encodeURIComponent(episodeId)}/decisions?about=step-up,step-down`,
          listOf(DecisionView),
          signal,
        )
      ).items,
  });
