import { meetingOutcomes } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Instant } from '../scalars.ts';
import { command } from './command.ts';

export const therapistMeetingBodies = {
  RecordTherapistMeeting: command({ meetingId: CallerId, heldAt: Instant, outcome: z.enum(meetingOutcomes) }),
};

export const therapistMeetingFreeText = {};
