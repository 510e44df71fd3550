import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const holdEvents = {
  HoldPlaced: z.object({ holdId: z.string(), until: Instant, ...reason }),
  HoldReleased: z.object({ holdId: z.string(), cause: z.enum(['released', 'ended']), ...reason }),
};
