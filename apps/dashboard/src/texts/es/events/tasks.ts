import type { tasks as english } from '../../en/events/tasks.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const tasks: TranslationOf<typeof english> = {
  TaskOpened: 'Tarea para {{role}}: {{task, small}}, hasta {{moment}}.',
  TaskCompleted: 'Tarea hecha: {{task, small}}.',
  TaskEscalated: 'Tarea vencida, ahora para {{role}}: {{task, small}}.',
  TaskClaimed: 'Tarea asumida: {{task, small}}.',
  TaskAssigned: 'Tarea asignada a {{staffId}} ({{role}}): {{task, small}}.',
  TaskSnoozed: 'Tarea aplazada hasta {{moment}}: {{task, small}}.',
  TaskCancelled: 'La tarea ya no se pide: {{task, small}}.',
  aTask: 'una tarea',
};
