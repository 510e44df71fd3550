import type { Instant } from '../time.ts';
import type { MeetingOutcome } from '../vocabulary.ts';

export interface TherapistMeetingCommands {
  RecordTherapistMeeting: {
    readonly meetingId: string;
    readonly heldAt: Instant;
    readonly outcome: MeetingOutcome;
  };
}

export const therapistMeetingCommandTypes = [
  'RecordTherapistMeeting',
] as const satisfies readonly (keyof TherapistMeetingCommands)[];
