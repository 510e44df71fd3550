import type { Examples } from './example.ts';
import { at } from './values.ts';

export const therapistMeetingExamples = {
  TherapistMeetingRecorded: [
    { meetingId: 'm1', heldAt: at, outcome: 'goals-achieved' },
    'The therapist met the person, [moment]: all goals of the level are achieved.',
  ],
} satisfies Partial<Examples>;
