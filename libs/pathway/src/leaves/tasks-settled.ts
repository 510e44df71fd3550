import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Task, TaskEnd } from '../tasks/state.ts';
import { levelThen } from '../transitions/level-of.ts';
import { endOfLeave } from './clock.ts';
import { collectedSince, returnOverdueAt } from './returns.ts';
import type { Leave } from './state.ts';

/** How a task about a leave ends by what the journey shows. */
export function leaveTaskSettled(journey: OpenedJourney, task: Task, programme: Programme): TaskEnd | undefined {
  const leave = journey.leaves.find(({ leaveId }) => leaveId === task.subject);
  if (leave === undefined) return 'cancelled';
  switch (task.kind) {
    case 'confirm-return':
      return returnTask(journey, leave, task, leave.expectedReturnAt);
    case 'safety-call': {
      const { expectedReturnAt, level } = leave;
      const overdueAt = expectedReturnAt && returnOverdueAt(expectedReturnAt, levelThen(journey, level, programme));
      return returnTask(journey, leave, task, overdueAt);
    }
    case 'bed-decision':
      return endOfLeave(leave, journey) === undefined ? undefined : 'cancelled';
    case 'return-test':
      if (leave.ended && collectedSince(journey, leave.ended.at)) return 'completed';
      return journey.status === 'active' ? undefined : 'cancelled';
    case 'medication-list':
      return journey.status === 'active' ? undefined : 'cancelled';
    default:
      return undefined;
  }
}

function returnTask(
  journey: OpenedJourney,
  leave: Leave,
  { openedAt }: Task,
  askedFrom: string | undefined,
): TaskEnd | undefined {
  if (leave.ended?.cause === 'returned' || leave.ended?.cause === 'seen') return 'completed';
  if (endOfLeave(leave, journey) !== undefined) return 'cancelled';
  return askedFrom === undefined || openedAt < askedFrom ? 'cancelled' : undefined;
}
