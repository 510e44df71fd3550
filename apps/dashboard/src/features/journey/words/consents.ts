import type { DataOf, Values, Words } from '../care-events.ts';

export const consentWords: Words<Values<'ConsentGiven', 'kind'>> = {
  tpo: 'for treatment, payment and operations',
  'single-recipient': 'to tell one recipient',
  'criminal-justice': 'for monitoring by criminal justice',
  'legal-proceedings': 'for a legal proceeding',
  'counselling-notes': 'for counselling notes',
};

export const informationWords: Words<DataOf<'ConsentGiven'>['information'][number]> = {
  'whole-record': 'the whole record',
  attendance: 'attendance',
  'level-of-care': 'the level of care',
  'appointments-and-hand-offs': 'appointments and hand-offs',
  medications: 'medications',
  'drug-test-results': 'results of drug tests',
  assessments: 'assessments',
  'goals-and-plan': 'goals and plan',
  'crisis-and-safety': 'crisis and safety',
  discharge: 'discharge',
  billing: 'billing',
  'counselling-notes': 'counselling notes',
};
