import { listInWords } from '../../../texts/in-language.ts';
import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import type { Sentences } from './telling.ts';

export const aftercareSentences = {
  AftercarePlanSet: ({ parts }) =>
    t('events.aftercare.AftercarePlanSet', { parts: listInWords(parts.map(partInWords)) }),
} satisfies Partial<Sentences>;

function partInWords({ part: code, everyDays }: DataOf<'AftercarePlanSet'>['parts'][number]): string {
  const part = t(`events.aftercare.parts.${code}`);
  if (everyDays === undefined) return part;
  if (everyDays === 1) return t('events.aftercare.rhythm.everyDay', { part });
  if (everyDays === 7) return t('events.aftercare.rhythm.everyWeek', { part });
  return everyDays % 7 === 0
    ? t('events.aftercare.rhythm.everyWeeks', { part, number: everyDays / 7 })
    : t('events.aftercare.rhythm.everyDays', { part, number: everyDays });
}
