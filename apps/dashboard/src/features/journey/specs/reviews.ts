import type { Examples } from './example.ts';

export const reviewExamples = {
  ReviewDue: [
    { level: 'iop', inCareDays: 56 },
    'The stay in IOP is due for review after 56 days: a date to think, no move.',
  ],
} satisfies Partial<Examples>;
