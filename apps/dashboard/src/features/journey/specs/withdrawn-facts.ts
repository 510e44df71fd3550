import type { Examples } from './example.ts';

export const withdrawnFactExamples = {
  FactWithdrawn: [
    { eventId: 'e', fact: 'DrugTestResultRecorded', reasonCode: 'wrong-person' },
    'Withdrawn, recorded for the wrong person: drug test result recorded.',
  ],
} satisfies Partial<Examples>;
