import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Task } from './state.ts';

type TaskEvent = CareEventOf<'TaskOpened' | 'TaskCompleted' | 'TaskEscalated' | 'TaskCancelled'>;

export function evolveTasks(journey: OpenedJourney, event: TaskEvent): OpenedJourney {
  switch (event.type) {
    case 'TaskOpened': {
      const { taskId, kind, role, subject, dueAt } = event.data;
      const task: Task = { taskId, kind, role, subject, openedAt: event.recordedAt, dueAt, state: 'open' };
      return { ...journey, tasks: [...journey.tasks.filter((other) => other.taskId !== taskId), task] };
    }
    case 'TaskCompleted':
      return changed(journey, event.data.taskId, { state: 'completed', endedAt: event.recordedAt });
    case 'TaskCancelled':
      return changed(journey, event.data.taskId, { state: 'cancelled', endedAt: event.recordedAt });
    case 'TaskEscalated':
      return changed(journey, event.data.taskId, { role: event.data.role, escalatedAt: event.occurredAt });
  }
}

function changed(journey: OpenedJourney, taskId: string, change: Partial<Task>): OpenedJourney {
  return { ...journey, tasks: journey.tasks.map((task) => (task.taskId === taskId ? { ...task, ...change } : task)) };
}
