import type { BoardRow } from '@stepway/contracts';
import type { Leave } from '@stepway/pathway';

/** A leave as board and page show it. */
export const leaveView = ({ leaveId, kind, startedAt, expectedReturnAt }: Leave): NonNullable<BoardRow['leave']> => ({
  leaveId,
  kind,
  from: startedAt,
  expectedReturnAt: expectedReturnAt ?? null,
});
