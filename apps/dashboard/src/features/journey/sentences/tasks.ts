import { taskWords } from '../../../marks/tasks.ts';
import { small } from '../../../texts/letters.ts';
import type { Sentences } from './telling.ts';

export const taskSentences = {
  TaskOpened: ({ kind, role, dueAt }, telling) =>
    `Task for the ${telling.role(role)}: ${small(taskWords(kind))}, by ${telling.moment(dueAt)}.`,
  TaskCompleted: ({ taskId }, { task }) => `Task done: ${small(task(taskId) ?? 'a task')}.`,
  TaskEscalated: ({ taskId, role }, telling) =>
    `Task overdue, now for the ${telling.role(role)}: ${small(telling.task(taskId) ?? 'a task')}.`,
  TaskClaimed: ({ taskId }, { task }) => `Task taken on: ${small(task(taskId) ?? 'a task')}.`,
  TaskAssigned: ({ taskId, to }, telling) =>
    `Task given to the ${telling.role(to.role)} ${to.staffId}: ${small(telling.task(taskId) ?? 'a task')}.`,
  TaskSnoozed: ({ taskId, until }, { task, moment }) =>
    `Task put off to ${moment(until)}: ${small(task(taskId) ?? 'a task')}.`,
  TaskCancelled: ({ taskId }, { task }) => `Task no longer asked for: ${small(task(taskId) ?? 'a task')}.`,
} satisfies Partial<Sentences>;
