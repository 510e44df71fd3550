import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const slotEvents = {
  SlotOffered: z.object({
    slotId: z.string(),
    level: z.string(),
    startsAt: Instant,
    keptUntil: Instant.optional(),
    ...reason,
  }),
  SlotDeclined: z.object({ slotId: z.string(), level: z.string(), ...reason }),
};
