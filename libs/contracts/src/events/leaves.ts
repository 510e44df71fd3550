import { leaveKinds } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const leaveEvents = {
  LeaveStarted: z.object({
    leaveId: z.string(),
    kind: z.enum(leaveKinds),
    at: Instant,
    expectedReturnAt: Instant.optional(),
    ...reason,
  }),
  LeaveEnded: z.object({ leaveId: z.string(), at: Instant, cause: z.enum(['returned', 'seen']), ...reason }),
};
