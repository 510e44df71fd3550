import type { WeeklyScreen } from '@stepway/contracts';
import { t } from '../texts/texts.ts';

const keys = { '+': 'positive', '-': 'negative', '*': 'both', o: 'none' } as const satisfies Record<
  WeeklyScreen['symbol'],
  string
>;
export const symbolWords = (symbol: WeeklyScreen['symbol']): string => t(`strip.${keys[symbol]}`);

/** The strip as a sentence: "Weekly screens, last 6 weeks: negative, negative, none, positive, negative, negative". */
export function stripSentence(weeks: readonly WeeklyScreen[]): string {
  const words = weeks.map(({ symbol }) => symbolWords(symbol)).join(', ');
  if (weeks.length === 0) return t('strip.noPlan');
  return weeks.length === 1
    ? t('strip.lastWeek', { weeks: words })
    : t('strip.lastWeeks', { number: weeks.length, weeks: words });
}
