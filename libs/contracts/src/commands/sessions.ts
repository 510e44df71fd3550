import { attendances, sessionTypes } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const sessionBodies = {
  RecordSession: command({
    sessionId: CallerId,
    type: z.enum(sessionTypes),
    startedAt: Instant,
    minutes: z
      .int()
      .min(0)
      .max(24 * 60),
    attendance: z.enum(attendances),
  }).transform(({ type: sessionType, ...fields }) => ({ ...fields, sessionType })),
};

export const sessionFreeText = {};
