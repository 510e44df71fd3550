import type { journey as english } from '../en/journey.ts';
import type { TranslationOf } from '../translation-of.ts';

export const journey: TranslationOf<typeof english> = {
  whole: 'la trayectoria',
  facts: 'los hechos de la trayectoria',
};
