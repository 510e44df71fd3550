import type { BoardRow } from '@stepway/contracts';
import { openLeave, type Leave, type LeaveKind, type OpenedJourney } from '@stepway/pathway';

/** A leave as board and page show it. */
export const leaveView = ({ leaveId, kind, startedAt, expectedReturnAt }: Leave): NonNullable<BoardRow['leave']> => ({
  leaveId,
  kind,
  from: startedAt,
  expectedReturnAt: expectedReturnAt ?? null,
});

/** The kind of leave that a person is on. */
export const leaveKind = (journey: OpenedJourney): LeaveKind | null =>
  (journey.status === 'active' ? openLeave(journey)?.kind : undefined) ?? null;
