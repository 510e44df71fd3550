import type { past as english } from '../en/past.ts';
import type { TranslationOf } from '../translation-of.ts';

export const past: TranslationOf<typeof english> = {
  title: 'El momento que se muestra',
  asOf: 'En el momento',
  now: 'Ahora',
  look: 'Ver este momento',
  lookBack: 'Ver un momento anterior',
  moment: 'Fecha y hora',
  slider: 'Momento',
  sense: 'En qué sentido',
  true: 'Lo que era cierto entonces',
  known: 'Lo que se sabía entonces',
  dayBack: '− 1 d',
  dayOn: '+ 1 d',
  backToNow: 'Volver a ahora',
  nothingRecorded: 'No se puede registrar nada mientras mira el pasado.',
  notLive: 'No es en vivo',
  facts_one: '{{count}} hecho se comunicó más tarde.',
  facts_other: '{{count}} hechos se comunicaron más tarde.',
  people_one: 'De {{count}} persona se comunicaron hechos más tarde.',
  people_other: 'De {{count}} personas se comunicaron hechos más tarde.',
  nobody: 'Nadie estaba en el tablero entonces',
  nobodyWords: 'No se sabía de nadie en ese momento, o nadie con estos filtros.',
  notThere: 'No estaba en ese momento',
  notThereWords: 'Esta trayectoria no se conocía entonces, o no le corresponde verla.',
  loading: '{{loaded}} hasta ahora, se leen más',
};
