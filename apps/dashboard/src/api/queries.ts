import { Capacity, Census, listOf, ProgrammeView, SessionView } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask, search } from './request.ts';

/** Who is signed in, and what this deployment is. 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask('/v1/session', SessionView, signal),
  staleTime: Infinity,
  retry: false,
});

/** A published version never changes; new ones may come. */
export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: async ({ signal }) => (await ask('/v1/programmes', listOf(ProgrammeView), signal)).items,
  staleTime: 10 * 60_000,
});

export const censusQuery = queryOptions({
  queryKey: ['census'],
  queryFn: ({ signal }) => ask('/v1/census', Census, signal),
});

/** Places of each site and level. */
export const capacityQuery = queryOptions({
  queryKey: ['capacity'],
  queryFn: async ({ signal }) => (await ask('/v1/capacity', Capacity, signal)).items,
  staleTime: 60_000,
});

/** A moment that is asked about instead of now. */
export interface Moment {
  readonly asOf: string;
  readonly sense: 'known' | 'true';
}

/** What is looked at stays as it is while somebody looks: its first key is `past`. */
export const pastCensusQuery = ({ asOf, sense }: Moment) =>
  queryOptions({
    queryKey: ['past', 'census', asOf, sense],
    queryFn: ({ signal }) => ask(`/v1/census${search({ asOf, sense })}`, Census, signal),
    staleTime: Infinity,
    gcTime: 60_000,
  });
