import type { Sealed } from '../sealed.ts';
import type { TherapistMeetingCommands } from './commands.ts';

export interface TherapistMeetingEvents {
  TherapistMeetingRecorded: TherapistMeetingCommands['RecordTherapistMeeting'] & { readonly reason?: Sealed };
}

export const therapistMeetingEventTypes = [
  'TherapistMeetingRecorded',
] as const satisfies readonly (keyof TherapistMeetingEvents)[];
