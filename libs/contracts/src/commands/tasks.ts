import { roles } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant, TaskId } from '../scalars.ts';
import { command } from './command.ts';

export const StaffMember = z
  .strictObject({ staffId: CallerId, role: z.enum(roles) })
  .meta({ id: 'StaffMember', description: 'by the id that the sign-in gives' });

export const taskBodies = {
  ClaimTask: command({ taskId: TaskId }),
  AssignTask: command({ taskId: TaskId, to: StaffMember }),
  SnoozeTask: command({ taskId: TaskId, until: Instant }),
  CompleteTask: command({ taskId: TaskId }),
};

export const taskFreeText = {};
