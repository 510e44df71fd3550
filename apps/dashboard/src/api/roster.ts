import { queryRoutes } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask, search } from './request.ts';

/** The groups of the sites; their file changes with a start of the server. */
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: async ({ signal }) => (await ask(queryRoutes.groups.path, queryRoutes.groups.answer, signal)).items,
  staleTime: Infinity,
});

export interface RosterAsked {
  readonly site: string;
  readonly group: string;
  readonly startsAt: string;
  /** People beside those who belong to it. */
  readonly episodeIds?: string | undefined;
}

/** Who belongs to one session of a group. Live changes ask for it again. */
export const rosterQuery = (asked: RosterAsked) =>
  queryOptions({
    queryKey: ['day-list', 'roster', asked],
    queryFn: ({ signal }) =>
      ask(`${queryRoutes.roster.path}${search({ ...asked })}`, queryRoutes.roster.answer, signal),
    staleTime: Infinity,
  });
