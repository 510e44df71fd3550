import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Instant } from '../time.ts';
import { levelAt } from '../transitions/level-of.ts';
import type { Leave } from './state.ts';

type LeaveEvent = CareEventOf<'LeaveStarted' | 'LeaveEnded'>;

export function evolveLeaves(journey: OpenedJourney, event: LeaveEvent): OpenedJourney {
  switch (event.type) {
    case 'LeaveStarted':
      return started(journey, event);
    case 'LeaveEnded': {
      const { leaveId, at, cause } = event.data;
      const ended = { at, cause, recordedAt: event.recordedAt, eventId: event.id };
      return {
        ...journey,
        leaves: journey.leaves.map((leave) => (leave.leaveId === leaveId ? { ...leave, ended } : leave)),
      };
    }
  }
}

function started(journey: OpenedJourney, event: CareEventOf<'LeaveStarted'>): OpenedJourney {
  const { leaveId, kind, at, expectedReturnAt } = event.data;
  const known = journey.leaves.find((leave) => leave.leaveId === leaveId);
  const said = expectedReturnAt === undefined ? [] : [expectedReturnAt];
  const leave: Leave = {
    ...(known ?? {
      leaveId,
      kind,
      level: levelAt(journey, at),
      startedAt: at,
      recordedAt: event.recordedAt,
      eventId: event.id,
    }),
    ...(expectedReturnAt !== undefined && { expectedReturnAt }),
    expectedReturns: [...(known?.expectedReturns ?? []), ...said],
    // Told after the episode had ended: it did not outlast it.
    ...(journey.status === 'discharged' && { ended: endedByDischarge(journey.dischargedAt, event) }),
  };
  const others = journey.leaves.filter((other) => other.leaveId !== leaveId);
  const leaves = [...others, leave].toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  return { ...journey, leaves };
}

/** A discharge ends every leave that is open. */
export const leavesAtDischarge = (
  leaves: readonly Leave[],
  at: Instant,
  event: CareEventOf<'EpisodeDischarged'>,
): readonly Leave[] => leaves.map((leave) => (leave.ended ? leave : { ...leave, ended: endedByDischarge(at, event) }));

const endedByDischarge = (
  at: Instant,
  { recordedAt, id: eventId }: { readonly recordedAt: Instant; readonly id: string },
): Leave['ended'] => ({ at, cause: 'discharged', recordedAt, eventId });
