import { EmergencyView, listOf, PatientView, Trail, type ReviewEmergency } from '@stepway/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, post, search, serverNow } from '../../api/request.ts';
import type { AuditFilters } from './filters.ts';

const daysOf = { day: 1, week: 7, month: 30 } as const;
const pageSize = 100;

/** Pages of the trail. Nobody waits for the newest entry: asked again when the screen is opened again. */
export const trailQuery = ({ person, actor, action, outcome, period, emergency }: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', person, actor, action, outcome, period, emergency],
    queryFn: ({ pageParam, signal }) => {
      const from = period && new Date(serverNow() - daysOf[period] * 86_400_000).toISOString();
      const asked = { person, actor, action, outcome, emergency, from, limit: pageSize, cursor: pageParam };
      return ask(`/v1/audit${search(asked)}`, Trail, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 30_000,
  });

export const emergenciesQuery = (state: 'open' | 'decided') =>
  queryOptions({
    queryKey: ['emergencies', state],
    queryFn: async ({ signal }) =>
      (await ask(`/v1/break-the-glass${search({ state, limit: 200 })}`, listOf(EmergencyView), signal)).items,
  });

/** Whose name, number or birth date has these words. */
export const personsQuery = (words: string) =>
  queryOptions({
    queryKey: ['patients', words],
    queryFn: async ({ signal }) =>
      (await ask(`/v1/patients${search({ query: words, limit: 8 })}`, listOf(PatientView), signal)).items,
    enabled: words.length >= 2,
    staleTime: 60_000,
  });

export const reviewEmergency = ({ emergencyId, ...review }: ReviewEmergency & { readonly emergencyId: string }) =>
  post(`/v1/break-the-glass/${emergencyId}/review`, review, z.undefined());
