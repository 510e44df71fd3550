import { listOf, OpenSession, StaffView, type ChangeStaff, type NewStaff } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, post } from '../../api/request.ts';

/** Browsers that are signed in. Nobody tells when that changes: asked again every ten seconds. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await ask('/v1/sessions', listOf(OpenSession), signal)).items,
  refetchInterval: 10_000,
});

export const addStaff = (entry: NewStaff) => post('/v1/staff', entry, StaffView);

export const changeStaff = ({ staffId, ...entry }: ChangeStaff & { readonly staffId: string }) =>
  post(`/v1/staff/${encodeURIComponent(staffId)}`, entry, StaffView);

export const endSession = (sessionId: string) => post(`/v1/sessions/${sessionId}/end`, {}, z.undefined());
