import { aftercareParts } from '@stepway/pathway';
import { z } from 'zod';
import { reason } from './event.ts';

export const aftercareEvents = {
  AftercarePlanSet: z.object({
    parts: z.array(z.object({ part: z.enum(aftercareParts), everyDays: z.int().optional() })).readonly(),
    ...reason,
  }),
};
