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

/** @param version that was seen: what another has changed meanwhile is not undone unseen */
export const changeStaff = (staffId: string, entry: ChangeStaff, version: string | undefined) =>
  post(
    `/v1/staff/${encodeURIComponent(staffId)}`,
    entry,
    StaffView,
    version === undefined ? {} : { 'if-match': `"${version}"` },
  );

export const endSession = (sessionId: string) => post(`/v1/sessions/${sessionId}/end`, {}, z.undefined());
