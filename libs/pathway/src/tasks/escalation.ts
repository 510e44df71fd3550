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
  const { taskId: subject } = task;
  const next = goesUp(task, programme);
  if (next === undefined) return [];
  const { role, at } = next;
  return [{ at, cause: 'task', subject, together: true, make: (context) => [escalated(task, role, at, context)] }];
}

/** To whom a task goes, and when, if nobody acts until then; undefined where nobody is above, or somebody acknowledged it. */
export function goesUp(task: Task, programme: Programme): { readonly role: Role; readonly at: Instant } | undefined {
  const role = nextRole(task, programme);
  return role === undefined || task.escalatesAt === undefined ? undefined : { role, at: task.escalatesAt };
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
