import type { Instant } from '../time.ts';
import type { TherapistMeetingCommands } from './commands.ts';

export type TherapistMeeting = TherapistMeetingCommands['RecordTherapistMeeting'] & {
  readonly eventId: string;
  readonly recordedAt: Instant;
};

export interface TherapistMeetingsState {
  /** In the order in which they were held. */
  readonly therapistMeetings: readonly TherapistMeeting[];
}

export const noTherapistMeetings: TherapistMeetingsState = { therapistMeetings: [] };
