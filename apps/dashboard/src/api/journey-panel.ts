import { DecisionView, EpisodeView, listOf } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { Moment } from './queries.ts';
import { ask, search } from './request.ts';

const address = (episodeId: string) => `/v1/episodes/${encodeURIComponent(episodeId)}`;
/** Live changes ask again for what begins with `journey`; the past rests while it is looked at. */
const keyOf = (episodeId: string, part: string, past: Moment | undefined) =>
  past === undefined ? ['journey', episodeId, part] : ['past', 'journey', episodeId, part, past.asOf, past.sense];

/** One journey: what a panel says of it beside its row, now or at a moment of the past. */
export const journeyPanelQuery = (episodeId: string, past?: Moment) =>
  queryOptions({
    queryKey: keyOf(episodeId, 'panel', past),
    queryFn: ({ signal }) => ask(address(episodeId) + search({ ...past }), EpisodeView, signal),
  });

/** Why moves of it were made or proposed, or why none was; the newest 50 first. */
export const decisionsPanelQuery = (episodeId: string, past?: Moment) =>
  queryOptions({
    queryKey: keyOf(episodeId, 'panel-decisions', past),
    queryFn: async ({ signal }) => {
      const asked = search({ about: 'step-up,step-down', ...past });
      return (await ask(`${address(episodeId)}/decisions${asked}`, listOf(DecisionView), signal)).items;
    },
  });
