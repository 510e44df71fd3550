import type { holds as english } from '../../en/events/holds.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const holds: TranslationOf<typeof english> = {
  HoldPlaced: 'Movimientos automáticos en pausa hasta {{until}}.',
  HoldReleased: 'Los movimientos automáticos continúan: se puso fin a la pausa.',
  ended: 'Los movimientos automáticos continúan: la pausa llegó a su fin.',
};
