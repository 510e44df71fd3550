import type { keys as english } from '../en/keys.ts';
import type { TranslationOf } from '../translation-of.ts';

export const keys: TranslationOf<typeof english> = {
  title: 'Teclas',
  titleWithKey: 'Teclas (?)',
  everywhere: 'En todas partes',
  goTo: 'Ir a una persona o a una pantalla',
  same: 'Lo mismo',
  sheet: 'Esta hoja',
  close: 'Cerrar',
  backToNow: 'Volver a ahora',
  board: 'Tablero',
  nextPerson: 'Persona siguiente (también ↓)',
  personBefore: 'Persona anterior (también ↑)',
  levels: 'Nivel anterior, nivel siguiente',
  open: 'Abrir la trayectoria',
  filter: 'Filtrar por nombre',
  journey: 'Trayectoria',
  why: 'Por qué: abrir las reglas de la decisión más reciente',
  single: 'Las teclas sueltas actúan',
  singleOff: 'Apagado: solo actúan Ctrl K, las flechas e Intro',
};
