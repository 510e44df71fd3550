import { leaveKinds } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const leaveBodies = {
  StartLeave: command({
    leaveId: CallerId,
    kind: z.enum(leaveKinds),
    at: Instant,
    expectedReturnAt: Instant.optional(),
  }),
  EndLeave: command({ leaveId: CallerId, at: Instant }),
};

export const leaveFreeText = {};
