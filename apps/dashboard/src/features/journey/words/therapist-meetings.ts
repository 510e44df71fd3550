import type { Values, Words } from '../care-events.ts';

export const meetingWords: Words<Values<'TherapistMeetingRecorded', 'outcome'>> = {
  'goals-achieved': 'all goals of the level are achieved',
  'goals-remain': 'goals remain',
  reassess: 'needs have changed, to be assessed again',
};
