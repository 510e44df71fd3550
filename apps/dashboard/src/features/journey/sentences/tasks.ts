import { taskWords } from '../../../marks/tasks.ts';
import { t } from '../../../texts/texts.ts';
import type { Sentences, Telling } from './telling.ts';

export const taskSentences = {
  TaskOpened: ({ kind, role, dueAt }, telling) =>
    t('events.tasks.TaskOpened', {
      role: telling.role(role),
      task: taskWords(kind),
      moment: telling.moment(dueAt),
    }),
  TaskCompleted: ({ taskId }, telling) => t('events.tasks.TaskCompleted', { task: named(taskId, telling) }),
  TaskEscalated: ({ taskId, role }, telling) =>
    t('events.tasks.TaskEscalated', { role: telling.role(role), task: named(taskId, telling) }),
  TaskClaimed: ({ taskId }, telling) => t('events.tasks.TaskClaimed', { task: named(taskId, telling) }),
  TaskAssigned: ({ taskId, to }, telling) =>
    t('events.tasks.TaskAssigned', {
      role: telling.role(to.role),
      staffId: telling.staff(to.staffId),
      task: named(taskId, telling),
    }),
  TaskSnoozed: ({ taskId, until }, telling) =>
    t('events.tasks.TaskSnoozed', { moment: telling.moment(until), task: named(taskId, telling) }),
  TaskCancelled: ({ taskId }, telling) => t('events.tasks.TaskCancelled', { task: named(taskId, telling) }),
} satisfies Partial<Sentences>;

const named = (taskId: string, { task }: Telling): string => task(taskId) ?? t('events.tasks.aTask');
