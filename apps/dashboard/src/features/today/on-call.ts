import type { OnCallView, WorklistItem } from '@stepway/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { onCallQuery, useStaffName } from '../../api/directory.ts';
import { serverNow } from '../../api/request.ts';

type Role = WorklistItem['role'];

/** Who is on call for a role at a site, by name, who is called first first; none where nobody is named. */
export function useOnCall(siteId: string): (role: Role) => readonly string[] {
  const { data } = useQuery(onCallQuery);
  const staffName = useStaffName();
  return useCallback(
    (role) =>
      (data?.find((order) => order.siteId === siteId && order.role === role && isNow(order))?.staffIds ?? []).map(
        (id) => staffName(id),
      ),
    [data, siteId, staffName],
  );
}

/** Once its time is over nobody is on call by name: better the role than somebody who went home. */
const isNow = ({ until }: OnCallView): boolean => until === null || Date.parse(until) > serverNow();
