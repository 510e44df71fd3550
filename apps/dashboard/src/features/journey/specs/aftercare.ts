import type { Examples } from './example.ts';

export const aftercareExamples = {
  AftercarePlanSet: [
    {
      parts: [
        { part: 'fewer-sessions', everyDays: 7 },
        { part: 'telephone-check-ups', everyDays: 14 },
        { part: 'self-help-meetings' },
      ],
    },
    'Aftercare plan: fewer sessions every week, check-ups by telephone every 2 weeks and self-help meetings.',
  ],
} satisfies Partial<Examples>;
