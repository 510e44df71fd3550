import { attendances, sessionTypes } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const sessionEvents = {
  SessionRecorded: z.object({
    sessionId: z.string(),
    sessionType: z.enum(sessionTypes),
    startedAt: Instant,
    minutes: z.int(),
    attendance: z.enum(attendances),
    ...reason,
  }),
};
