import type { Examples } from './example.ts';
import { at } from './values.ts';

export const instrumentExamples = {
  InstrumentScored: [
    {
      instrumentId: 'i1',
      instrument: 'phq-9',
      at,
      answers: { sleep: 3 },
      score: 12,
      severity: 'moderate',
      suicideItem: true,
    },
    'PHQ-9: 12, moderate, an answer about suicide needs somebody now.',
  ],
} satisfies Partial<Examples>;
