import type { frame as english } from '../en/frame.ts';
import type { TranslationOf } from '../translation-of.ts';

export const frame: TranslationOf<typeof english> = {
  screens: 'Pantallas',
  home: 'Stepway, a la primera pantalla',
  toContent: 'Ir al contenido',
  goTo: 'Ir a…',
  goToPersonOrScreen: 'Ir a una persona o a una pantalla',
  language: 'Idioma',
  chosen: 'elegido',
  keys: 'Teclas',
};
