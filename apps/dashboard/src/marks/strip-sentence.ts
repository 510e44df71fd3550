import type { WeeklyScreen } from '@stepway/contracts';

export const symbolWords = { '+': 'positive', '-': 'negative', '*': 'both', o: 'none' } as const satisfies Record<
  WeeklyScreen['symbol'],
  string
>;

/** The strip as a sentence: "Weekly screens, last 6 weeks: negative, negative, none, positive, negative, negative". */
export function stripSentence(weeks: readonly WeeklyScreen[]): string {
  if (weeks.length === 0) return 'Weekly screens: no plan yet';
  const span = weeks.length === 1 ? 'last week' : `last ${weeks.length} weeks`;
  return `Weekly screens, ${span}: ${weeks.map(({ symbol }) => symbolWords[symbol]).join(', ')}`;
}
