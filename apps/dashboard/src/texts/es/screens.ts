import type { screens as english } from '../en/screens.ts';
import type { TranslationOf } from '../translation-of.ts';

export const screens: TranslationOf<typeof english> = {
  today: 'Hoy',
  analytics: 'Análisis',
  board: 'Tablero',
  notYetSeen: 'Entre niveles',
  proposals: 'Propuestas',
  waitingList: 'Lista de espera',
  tests: 'Pruebas',
  medication: 'Medicación',
  followUps: 'Seguimientos',
  onCall: 'Guardias',
  roster: 'Lista de grupo',
  messages: 'Mensajes',
  files: 'Archivos',
  partners: 'Entidades asociadas',
  audit: 'Accesos',
  programmes: 'Programas',
  system: 'Sistema',
  staff: 'Personal y sesiones',
};
