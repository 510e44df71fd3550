import { withdrawalWords } from '../words/withdrawn-facts.ts';
import type { Sentences } from './telling.ts';

export const withdrawnFactSentences = {
  FactWithdrawn: ({ fact, reasonCode }) =>
    `Withdrawn, ${withdrawalWords[reasonCode]}: ${fact.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()}.`,
} satisfies Partial<Sentences>;
