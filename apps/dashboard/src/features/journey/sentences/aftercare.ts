import { listInWords } from '../../../texts/in-language.ts';
import { aftercareWords } from '../words/aftercare.ts';
import type { Sentences } from './telling.ts';

export const aftercareSentences = {
  AftercarePlanSet: ({ parts }) =>
    `Aftercare plan: ${listInWords(parts.map(({ part, everyDays }) => `${aftercareWords[part]}${howOften(everyDays)}`))}.`,
} satisfies Partial<Sentences>;

function howOften(everyDays: number | undefined): string {
  if (everyDays === undefined) return '';
  if (everyDays === 1) return ' every day';
  if (everyDays === 7) return ' every week';
  return everyDays % 7 === 0 ? ` every ${everyDays / 7} weeks` : ` every ${everyDays} days`;
}
