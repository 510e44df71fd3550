import type { strip as english } from '../en/strip.ts';
import type { TranslationOf } from '../translation-of.ts';

export const strip: TranslationOf<typeof english> = {
  title: 'Pruebas semanales',
  noPlan: 'Pruebas semanales: aún sin plan',
  lastWeek: 'Pruebas semanales, última semana: {{weeks}}',
  lastWeeks: 'Pruebas semanales, últimas {{number}} semanas: {{weeks}}',
  positive: 'positiva',
  negative: 'negativa',
  both: 'ambas',
  none: 'ninguna',
};
