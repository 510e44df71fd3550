import { queryRoutes, type QueryAnswer, type QueryName } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask, search } from '../../api/request.ts';
import type { AnalyticsFilters } from './filters.ts';

export type AnalyticsName = Extract<QueryName, `analytics${string}`>;

/** One question of analytics. The answers change slowly: they are fresh for a minute. */
export const analyticsQuery = <Name extends AnalyticsName>(name: Name, filters: AnalyticsFilters) =>
  queryOptions({
    queryKey: ['analytics', name, filters],
    queryFn: async ({ signal }): Promise<QueryAnswer<Name>> => {
      const { path, answer } = queryRoutes[name];
      const { from, to, programme, site, level } = filters;
      return (await ask(`${path}${search({ from, to, programme, site, level })}`, answer, signal)) as QueryAnswer<Name>;
    },
    staleTime: 60_000,
  });
