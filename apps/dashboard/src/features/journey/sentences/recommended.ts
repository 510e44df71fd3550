import { listInWords } from '../../../texts/in-language.ts';
import { language, t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import type { Telling } from './telling.ts';

/** The level that an assessment indicates: the record's own sentence in English, else said from its coded data. */
export function recommendedInWords(
  { asam, level: id, drivers, explanation }: DataOf<'LevelRecommended'>,
  level: Telling['level'],
): string {
  if (language() === 'en') return explanation;
  const indicated = {
    code: asam.code,
    edition: t(`events.assessments.editions.${asam.edition === 3 ? 'third' : 'fourth'}`),
    because:
      drivers.length === 0
        ? t('decisions.noDimensionAsksForMore')
        : t('decisions.byDimensions', {
            dimensions: listInWords(drivers.map(({ dimension, subdimension = '' }) => `${dimension}${subdimension}`)),
          }),
  };
  return id === undefined
    ? t('decisions.recommended', indicated)
    : t('decisions.recommendedHere', { ...indicated, level: level(id) });
}
