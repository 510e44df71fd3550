import { followUpContacts } from '@stepway/pathway';
import { z } from 'zod';
import { followUpOutcomes } from '../commands/follow-up.ts';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const followUpEvents = {
  FollowUpRecorded: z.object({
    point: z.int(),
    contactedAt: Instant,
    contact: z.enum(followUpContacts),
    ...followUpOutcomes,
    dischargedAt: Instant,
    inWindow: z.boolean(),
    ...reason,
  }),
  FollowUpMissed: z.object({ point: z.int(), dischargedAt: Instant }),
};
