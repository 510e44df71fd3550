import { listOf, OnCallView, SiteView, StaffView } from '@stepway/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useCallback } from 'react';
import { ask } from './request.ts';

/** Who works here, also who has left: their names stand at what they did. By staff id. */
export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, StaffView>> => {
    const { items } = await ask('/v1/staff', listOf(StaffView), signal);
    return new Map(items.map((entry) => [entry.staffId, entry]));
  },
  staleTime: 5 * 60_000,
});

/** The places of care, by site id. */
export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, SiteView>> => {
    const { items } = await ask('/v1/sites', z.object({ items: z.array(SiteView) }), signal);
    return new Map(items.map((site) => [site.siteId, site]));
  },
  staleTime: Infinity,
});

/** Who is called where a role is asked at once. It is changed from one shift to the next. */
export const onCallQuery = queryOptions({
  queryKey: ['on-call'],
  queryFn: async ({ signal }): Promise<readonly OnCallView[]> =>
    (await ask('/v1/on-call', z.object({ items: z.array(OnCallView) }), signal)).items,
  staleTime: 30_000,
  refetchInterval: 60_000,
});

/** What a site is called, or its id until the directory has answered. */
export function useSiteTitle(): (siteId: string) => string {
  const { data } = useQuery(sitesQuery);
  return useCallback((siteId) => data?.get(siteId)?.title ?? siteId, [data]);
}

/** The name of one of the staff, or the id where the directory does not know it: a program, or somebody of before. */
export function useStaffName(): (staffId: string) => string {
  const { data } = useQuery(staffQuery);
  return useCallback((staffId) => data?.get(staffId)?.name ?? staffId, [data]);
}
