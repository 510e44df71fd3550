import type { people as english } from '../en/people.ts';
import type { TranslationOf } from '../translation-of.ts';

export const people: TranslationOf<typeof english> = {
  journey: 'Trayectoria {{id}}',
};
