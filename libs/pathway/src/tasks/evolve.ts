import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import { laterOf } from '../time.ts';
import type { Task } from './state.ts';

type TaskEvent = CareEventOf<
  'TaskOpened' | 'TaskCompleted' | 'TaskEscalated' | 'TaskCancelled' | 'TaskClaimed' | 'TaskAssigned' | 'TaskSnoozed'
>;

export function evolveTasks(journey: OpenedJourney, event: TaskEvent): OpenedJourney {
  switch (event.type) {
    case 'TaskOpened': {
      const { taskId, kind, role, subject, dueAt } = event.data;
      const task: Task = {
        taskId,
        kind,
        role,
        subject,
        openedAt: event.recordedAt,
        dueAt,
        escalatesAt: dueAt,
        state: 'open',
      };
      return { ...journey, tasks: [...journey.tasks.filter((other) => other.taskId !== taskId), task] };
    }
    case 'TaskCompleted':
      return changed(journey, event.data.taskId, (task) => ({
        ...task,
        state: 'completed',
        endedAt: event.recordedAt,
      }));
    case 'TaskCancelled':
      return changed(journey, event.data.taskId, (task) => ({
        ...task,
        state: 'cancelled',
        endedAt: event.recordedAt,
      }));
    case 'TaskEscalated':
      return changed(journey, event.data.taskId, (task) => escalated(task, event));
    case 'TaskClaimed': {
      const { id: staffId, role } = event.actor;
      const owner = { staffId, role, by: 'claim', since: event.occurredAt } as const;
      return changed(journey, event.data.taskId, (task) => ({ ...task, owner }));
    }
    case 'TaskAssigned': {
      const { taskId, to, acknowledgeBy } = event.data;
      const owner = { ...to, by: 'assignment', since: event.occurredAt } as const;
      const clock = acknowledgeBy === undefined ? {} : { escalatesAt: acknowledgeBy };
      return changed(journey, taskId, (task) => ({ ...task, owner, ...clock }));
    }
    case 'TaskSnoozed': {
      const { taskId, until } = event.data;
      return changed(journey, taskId, (task) => ({
        ...task,
        snoozedUntil: until,
        // One that went all the way up goes nowhere from there.
        ...(task.escalatesAt !== undefined && { escalatesAt: laterOf(task.escalatesAt, until) }),
      }));
    }
  }
}

/** It is the next one's now: nobody has it until they take it, and nobody put it off for them. */
function escalated(task: Task, { data: { role, nextAt }, occurredAt }: CareEventOf<'TaskEscalated'>): Task {
  const { owner: _owner, snoozedUntil: _until, escalatesAt: _at, ...known } = task;
  const askedBefore = [...(task.askedBefore ?? []), { role: task.role, until: occurredAt }];
  return { ...known, role, escalatedAt: occurredAt, askedBefore, ...(nextAt !== undefined && { escalatesAt: nextAt }) };
}

/** The last ones change most: looked for from the end, in a list that is copied whole. */
function changed(journey: OpenedJourney, taskId: string, change: (task: Task) => Task): OpenedJourney {
  const index = journey.tasks.findLastIndex((task) => task.taskId === taskId);
  const task = journey.tasks[index];
  return task === undefined ? { ...journey } : { ...journey, tasks: journey.tasks.with(index, change(task)) };
}
