import type { Values, Words } from '../care-events.ts';

export const discrepancyWords: Words<Values<'AssessmentRecorded', 'discrepancyReason'>> = {
  'not-available': 'the indicated level is not available',
  'waiting-list': 'the indicated level has a waiting list',
  'patient-preference': 'it is what the person prefers',
  'payer-denial': 'the payer does not cover the indicated level',
  geography: 'the indicated level is too far away',
  court: 'a court decided',
  'language-barrier': 'of language',
  'childcare-barrier': 'of childcare',
  'transport-barrier': 'of transport',
  'clinical-judgement': 'of clinical judgement',
};
