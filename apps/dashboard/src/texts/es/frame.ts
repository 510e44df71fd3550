import type { frame as english } from '../en/frame.ts';
import type { TranslationOf } from '../translation-of.ts';

export const frame: TranslationOf<typeof english> = {
  parts: { care: 'Atención', understand: 'Comprender' },
  crises_one: '{{count}} crisis abierta',
  crises_other: '{{count}} crisis abiertas',
  screens: 'Pantallas',
  home: 'Stepway, a la primera pantalla',
  toContent: 'Ir al contenido',
  goTo: 'Ir a…',
  goToPersonOrScreen: 'Ir a una persona o a una pantalla',
  people: 'Personas',
  oneToAct: 'Para hacer algo por una de ellas, añada al nombre su nivel, su centro o el identificador.',
  nothingFound: 'Nadie en el tablero y ninguna pantalla lleva ese nombre.',
  language: 'Idioma',
  chosen: 'elegido',
  close: 'Cerrar',
  site: 'Centro <b>{{site}}</b>',
  allSites: 'Centros <b>Todos ({{number}})</b>',
  scheme: 'Colores',
  schemes: { auto: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
  simulated: 'Demostración: los nombres, objetivos, confirmaciones, traspasos y revisiones son simulados',
  siteTime: 'Todas las horas en la zona del centro',
  toBoard: 'Ir al tablero',
  noSuchScreen: {
    title: 'No existe esa pantalla',
    words: 'Es posible que la dirección tenga un error o sea de una pantalla que esta versión no tiene.',
  },
  toFirst: 'A su primera pantalla',
  notForYou: {
    title: 'Esta pantalla no es parte de su rol',
    words: 'Lo que muestra es para otras personas. Si lo necesita, pida acceso a administración.',
  },
  notYours: {
    title: 'No se encontró, o no le corresponde verlo',
    words: 'Esta trayectoria no existe, o es de un centro o equipo de atención del que usted no forma parte.',
  },
};
