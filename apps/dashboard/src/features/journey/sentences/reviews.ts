import type { Sentences } from './telling.ts';

export const reviewSentences = {
  ReviewDue: ({ level: at, inCareDays }, { level }) =>
    `The stay in ${level(at)} is due for review after ${inCareDays} days: a date to think, no move.`,
} satisfies Partial<Sentences>;
