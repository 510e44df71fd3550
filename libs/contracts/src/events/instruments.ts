import { instrumentCodes, severities, subscales } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const instrumentEvents = {
  InstrumentScored: z.object({
    instrumentId: z.string(),
    instrument: z.enum(instrumentCodes),
    at: Instant,
    answers: z.record(z.string(), z.int()),
    score: z.int().optional(),
    severity: z.enum(severities).optional(),
    subscales: z
      .array(z.object({ scale: z.enum(subscales), score: z.int(), needsAttention: z.boolean() }))
      .readonly()
      .optional(),
    suicideItem: z.literal(true).optional(),
    ...reason,
  }),
};
