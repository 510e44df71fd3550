import { meetingWords } from '../words/therapist-meetings.ts';
import type { Sentences } from './telling.ts';

export const therapistMeetingSentences = {
  TherapistMeetingRecorded: ({ heldAt, outcome }, { moment }) =>
    `The therapist met the person, ${moment(heldAt)}: ${meetingWords[outcome]}.`,
} satisfies Partial<Sentences>;
