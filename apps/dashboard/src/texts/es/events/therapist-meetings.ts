import type { therapistMeetings as english } from '../../en/events/therapist-meetings.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const therapistMeetings: TranslationOf<typeof english> = {
  TherapistMeetingRecorded: 'Reunión de terapeuta y persona, {{moment}}: {{outcome}}.',
  outcomes: {
    'goals-achieved': 'todos los objetivos del nivel están logrados',
    'goals-remain': 'quedan objetivos',
    reassess: 'las necesidades han cambiado, hay que reevaluar',
  },
};
