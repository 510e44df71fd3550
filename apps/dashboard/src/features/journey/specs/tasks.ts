import type { Examples } from './example.ts';
import { at } from './values.ts';

export const taskExamples = {
  TaskOpened: [
    { taskId: 'k', kind: 'schedule-hand-off', role: 'coordinator', dueAt: at, subject: 't1' },
    'Task for the care coordinator: make the hand-off appointment, by [moment].',
  ],
  TaskCompleted: [{ taskId: 'k' }, 'Task done: make the hand-off appointment.'],
  TaskEscalated: [
    { taskId: 'k', role: 'medical-director' },
    'Task overdue, now for the medical director: make the hand-off appointment.',
  ],
  TaskClaimed: [{ taskId: 'k' }, 'Task taken on: make the hand-off appointment.'],
  TaskAssigned: [
    { taskId: 'k', to: { staffId: 'ada', role: 'medical-director' } },
    'Task given to the medical director ada: make the hand-off appointment.',
  ],
  TaskSnoozed: [{ taskId: 'k', until: at }, 'Task put off to [moment]: make the hand-off appointment.'],
  TaskCancelled: [{ taskId: 'k' }, 'Task no longer asked for: make the hand-off appointment.'],
} satisfies Partial<Examples>;
