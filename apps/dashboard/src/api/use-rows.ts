import { useQuery } from '@tanstack/react-query';
import { episodesQuery, pastEpisodesQuery, type PastPresence } from './episodes.ts';
import { censusQuery, pastCensusQuery, type Moment } from './queries.ts';

const noMoment: Moment = { asOf: '', sense: 'known' };

/** The rows of the board, now or at a moment of the past. */
export function useRows(presence: PastPresence, past: Moment | undefined) {
  const live = useQuery({ ...episodesQuery(presence), enabled: past === undefined });
  const then = useQuery({ ...pastEpisodesQuery(presence, past ?? noMoment), enabled: past !== undefined });
  return past === undefined ? live : then;
}

/** How many people are where, now or at a moment of the past. */
export function useCensus(past: Moment | undefined) {
  const live = useQuery({ ...censusQuery, enabled: past === undefined });
  const then = useQuery({ ...pastCensusQuery(past ?? noMoment), enabled: past !== undefined });
  return past === undefined ? live : then;
}
