import type { Examples } from './example.ts';
import { at } from './values.ts';

export const externalEncounterExamples = {
  ExternalEncounterRecorded: [
    {
      encounterId: 'e1',
      kind: 'hospital',
      from: at,
      to: at,
      drugsGiven: [{ medication: 'morphine' }, { medication: 'other', drugClasses: ['benzodiazepines'] }],
    },
    'Hospital, [day] to [day]; drugs given: morphine and benzodiazepines.',
  ],
} satisfies Partial<Examples>;
