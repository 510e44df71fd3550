/** Meetings of the therapist and the person. */
export const therapistMeetings = {
  TherapistMeetingRecorded: 'The therapist met the person, {{moment}}: {{outcome}}.',
  outcomes: {
    'goals-achieved': 'all goals of the level are achieved',
    'goals-remain': 'goals remain',
    reassess: 'needs have changed, to be assessed again',
  },
} as const;
