import { roles, taskKinds } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const taskEvents = {
  TaskOpened: z.object({
    taskId: z.string(),
    kind: z.enum(taskKinds),
    role: z.enum(roles),
    dueAt: Instant,
    subject: z.string(),
  }),
  TaskCompleted: z.object({ taskId: z.string(), ...reason }),
  TaskEscalated: z.object({ taskId: z.string(), role: z.enum(roles), nextAt: Instant.optional() }),
  TaskClaimed: z.object({ taskId: z.string(), ...reason }),
  TaskAssigned: z.object({
    taskId: z.string(),
    to: z.object({ staffId: z.string(), role: z.enum(roles) }),
    acknowledgeBy: Instant.optional(),
    ...reason,
  }),
  TaskSnoozed: z.object({ taskId: z.string(), until: Instant, ...reason }),
  TaskCancelled: z.object({ taskId: z.string() }),
};
