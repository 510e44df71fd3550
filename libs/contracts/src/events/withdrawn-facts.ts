import { withdrawalReasons } from '@stepway/pathway';
import { z } from 'zod';
import { reason } from './event.ts';

export const withdrawnFactEvents = {
  FactWithdrawn: z.object({ eventId: z.string(), fact: z.string(), reasonCode: z.enum(withdrawalReasons), ...reason }),
};
