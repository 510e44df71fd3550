import { outreachChannels } from '@stepway/pathway';
import { z } from 'zod';
import { Instant, LocalDate } from '../scalars.ts';
import { reason } from './event.ts';

export const contactEvents = {
  OutreachRecorded: z.object({
    outreachId: z.string(),
    at: Instant,
    channel: z.enum(outreachChannels),
    reached: z.boolean(),
    ...reason,
  }),
  ContactLost: z.object({ since: LocalDate, days: z.int() }),
};
