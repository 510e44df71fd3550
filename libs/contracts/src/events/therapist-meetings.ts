import { meetingOutcomes } from '@stepway/pathway';
import { z } from 'zod';
import { Instant } from '../scalars.ts';
import { reason } from './event.ts';

export const therapistMeetingEvents = {
  TherapistMeetingRecorded: z.object({
    meetingId: z.string(),
    heldAt: Instant,
    outcome: z.enum(meetingOutcomes),
    ...reason,
  }),
};
