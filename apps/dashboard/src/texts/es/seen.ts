import type { seen as english } from '../en/seen.ts';
import type { TranslationOf } from '../translation-of.ts';

export const seen: TranslationOf<typeof english> = {
  none: 'ninguno',
  no: 'no',
  notRecorded: 'no consta',
  noSession: 'no consta ninguna sesión de tratamiento',
  doesNotApply: 'no corresponde',
  notAskedByMove: 'este movimiento no lo pide',
  notAskedAtLevel: 'en este nivel no se pide',
  presentStay: 'muestra de la estancia actual',
  noneMade: 'ninguna posterior que conociera el resultado',
  notPaused: 'no se encontró durante una pausa',
  paused: 'se encontró durante una pausa que ya terminó',
  byThemselves: 'los movimientos empiezan solos',
  proposed: 'los movimientos se proponen a una persona',
  reviewed: 'revisa una persona, las reglas no mueven',
  inCare: 'en atención',
  notInCare: 'sin atención',
  byRule: 'lo empezó una regla',
  byPerson: 'lo decidió una persona',
  presumptive: 'positivo presuntivo, sin confirmar',
  presumptiveNegative: 'negativo presuntivo',
  definitiveNegative: 'negativo definitivo',
  cancelled: 'el laboratorio anuló el informe',
  withdrawn: 'el informe se retiró',
};
