import type { RuleTried } from '@stepway/contracts';
import type { z } from 'zod';
import { explained } from '../texts/en/explained.ts';
import { language, t } from '../texts/texts.ts';
import { explanationInWords } from './seen.ts';

const isSaid = (rule: string | undefined): rule is keyof typeof explained =>
  rule !== undefined && Object.hasOwn(explained, rule);

/**
 * Why a result came to mean what it does: the record's own words, in another language its sentence with the values, else
 * by the rule that decided; undefined where that language has no words for it.
 */
export function explainedInWords(
  explanation: string,
  rules: readonly z.output<typeof RuleTried>[],
): string | undefined {
  if (language() === 'en') return explanation;
  const told = explanationInWords(explanation);
  if (told !== undefined) return told;
  const decided = rules.findLast(({ held }) => held === true)?.rule;
  return isSaid(decided) ? t(`explained.${decided}`) : undefined;
}
