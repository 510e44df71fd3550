import type { Values, Words } from '../care-events.ts';

export const patientAnswerWords: Words<Values<'PatientDecisionRecorded', 'decision'>> = {
  agrees: 'agrees',
  declines: 'declines',
  'asks-for-another-level': 'asks for another level',
};
