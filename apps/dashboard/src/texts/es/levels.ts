import type { levels as english } from '../en/levels.ts';
import type { TranslationOf } from '../translation-of.ts';

export const levels: TranslationOf<typeof english> = {
  referred: 'Derivación',
  referredNotAdmitted: 'Con derivación, aún sin ingreso',
  discharged: 'Con alta',
};
