import type { RuleTried } from '@stepway/contracts';
import type { z } from 'zod';
import { explained } from '../../../texts/en/explained.ts';
import { language, t } from '../../../texts/texts.ts';

const isSaid = (rule: string | undefined): rule is keyof typeof explained =>
  rule !== undefined && Object.hasOwn(explained, rule);

/**
 * Why a result came to mean what it does: the record's own words in English, else by the rule that decided;
 * undefined where another language has no words for that rule.
 */
export function explainedInWords(
  explanation: string,
  rules: readonly z.output<typeof RuleTried>[],
): string | undefined {
  if (language() === 'en') return explanation;
  const decided = rules.findLast(({ held }) => held === true)?.rule;
  return isSaid(decided) ? t(`explained.${decided}`) : undefined;
}
