import type { moves as english } from '../en/moves.ts';
import type { TranslationOf } from '../translation-of.ts';

export const moves: TranslationOf<typeof english> = {
  kinds: {
    'step-up': 'más apoyo, a',
    'step-down': 'menos apoyo, a',
    lateral: 'otro nivel, a',
    're-entry': 'de vuelta, a',
  },
  held: { true: 'se cumple', false: 'no se cumple', unknown: 'no se sabe' },
  unowned: 'Aún no lo tiene nadie',
};
