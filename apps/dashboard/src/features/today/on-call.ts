import type { WorklistItem } from '@stepway/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { onCallQuery, useStaffName } from '../../api/directory.ts';

type Role = WorklistItem['role'];

/** Who is on call for a role at a site, by name, who is called first first; none where nobody is named. */
export function useOnCall(siteId: string): (role: Role) => readonly string[] {
  const { data } = useQuery(onCallQuery);
  const staffName = useStaffName();
  return useCallback(
    (role) =>
      (data?.find((order) => order.siteId === siteId && order.role === role)?.staffIds ?? []).map((id) =>
        staffName(id),
      ),
    [data, siteId, staffName],
  );
}
