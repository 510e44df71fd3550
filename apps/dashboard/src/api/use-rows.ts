import { useQuery } from '@tanstack/react-query';
import { episodesQuery, pastEpisodesQuery, type Presence } from './episodes.ts';
import { censusQuery, pastCensusQuery, type Moment } from './queries.ts';

const noMoment: Moment = { asOf: '', sense: 'known' };

/** Who is on the board, between two levels, waits for a decision: now or at a moment of the past. */
export function useRows(presence: Presence, past: Moment | undefined) {
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
