import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { plusHours, plusMinutes, type Instant } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { isUrgent } from './roles.ts';
import type { Task } from './state.ts';

/**
 * What is overdue goes up, role by role as the programme has it, until nobody is above. What is urgent goes through the
 * phone tree instead, every few minutes, until somebody acknowledges it.
 */
export function escalationOwed(task: Task, programme: Programme): readonly Owed[] {
  const { taskId, escalatesAt: at } = task;
  const role = nextRole(task, programme);
  if (at === undefined || role === undefined) return [];
  return [
    { at, cause: 'task', subject: taskId, together: true, make: (context) => [escalated(task, role, at, context)] },
  ];
}

function escalated(task: Task, role: Role, at: Instant, { now, programme }: Context): NewEvent {
  const further = nextRole({ ...task, role }, programme) !== undefined;
  const nextAt = isUrgent(task.kind)
    ? plusMinutes(now, programme.crisis.acknowledgeMinutes)
    : plusHours(now, programme.tasks.escalateAgainHours);
  return {
    type: 'TaskEscalated',
    occurredAt: at,
    data: { taskId: task.taskId, role, ...(further && { nextAt }) },
  };
}

function nextRole({ kind, role, owner }: Task, { crisis, escalation }: Programme): Role | undefined {
  if (!isUrgent(kind)) return escalation[role];
  if (owner?.by === 'claim') return undefined;
  const { phoneTree } = crisis;
  // Asked of somebody who is not in the tree, it begins at the first.
  return phoneTree[phoneTree.indexOf(role) + 1];
}
