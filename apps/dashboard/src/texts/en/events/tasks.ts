/** Tasks that come and go. */
export const tasks = {
  TaskOpened: 'Task for the {{role}}: {{task, small}}, by {{moment}}.',
  TaskCompleted: 'Task done: {{task, small}}.',
  TaskEscalated: 'Task overdue, now for the {{role}}: {{task, small}}.',
  TaskClaimed: 'Task taken on: {{task, small}}.',
  TaskAssigned: 'Task given to the {{role}} {{staffId}}: {{task, small}}.',
  TaskSnoozed: 'Task put off to {{moment}}: {{task, small}}.',
  TaskCancelled: 'Task no longer asked for: {{task, small}}.',
  aTask: 'a task',
} as const;
