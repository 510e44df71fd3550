export type TherapistMeetingRejection = { readonly type: 'MeetingConflict'; readonly meetingId: string };
