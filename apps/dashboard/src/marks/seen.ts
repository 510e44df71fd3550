import { seen } from '../texts/en/seen.ts';
import { language, t } from '../texts/texts.ts';

type Key = keyof typeof seen;
const keys = new Map(Object.entries(seen).map(([key, words]) => [words, key as Key] as const));

/** What a rule saw, in another language than the record's; undefined where only the record says it. */
export function seenInWords(saw: string): string | undefined {
  const key = language() === 'en' ? undefined : keys.get(saw as (typeof seen)[Key]);
  return key === undefined ? undefined : t(`seen.${key}`);
}
