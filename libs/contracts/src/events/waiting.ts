import { interimServices, waitingPriorities } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const waitingEvents = {
  EpisodeWaitlisted: z.object({ level: z.string(), priority: z.enum(waitingPriorities), requestedAt: Instant }),
  InterimServiceRecorded: z.object({
    interimServiceId: z.string(),
    services: z.array(z.enum(interimServices)).readonly(),
    at: Instant,
    ...reason,
  }),
  TransitionWaitlisted: z.object({ transitionId: z.string(), level: z.string(), ...reason }),
  TransitionPlaceFound: z.object({
    transitionId: z.string(),
    slotId: z.string(),
    handOffDueAt: Instant,
    targetAt: Instant.optional(),
  }),
};
