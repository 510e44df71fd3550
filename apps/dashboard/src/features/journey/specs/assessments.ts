import type { Examples } from './example.ts';
import { at, sealed } from './values.ts';

export const assessmentExamples = {
  AssessmentRecorded: [
    {
      assessmentId: 'a1',
      assessedAt: at,
      edition: 4,
      dimensions: [{ dimension: 1, minimumLevel: 'ANY', evidence: sealed }],
      actualLevel: 'iop',
      discrepancyReason: 'patient-preference',
    },
    'All dimensions assessed on [day] (ASAM Criteria, 4th edition); decided: IOP, because it is what the person prefers.',
  ],
  LevelRecommended: [
    {
      decisionId: 'd',
      assessmentId: 'a1',
      asam: { edition: 4, code: '2.1' },
      level: 'iop',
      drivers: [{ dimension: 4, asks: '2.1' }],
      explanation: 'Indicated level 2.1, by dimension 4.',
      rules: [],
    },
    'Indicated level 2.1, by dimension 4.',
  ],
} satisfies Partial<Examples>;
