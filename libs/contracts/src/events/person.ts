import { livingSituations } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const personEvents = {
  PregnancyRecorded: z.object({ pregnancyId: z.string(), from: Instant, ...reason }),
  PregnancyEnded: z.object({ pregnancyId: z.string(), at: Instant, ...reason }),
  NaloxoneProvided: z.object({ at: Instant, kits: z.int(), ...reason }),
  LivingSituationRecorded: z.object({
    at: Instant,
    situation: z.enum(livingSituations),
    safe: z.boolean().optional(),
    ...reason,
  }),
};
