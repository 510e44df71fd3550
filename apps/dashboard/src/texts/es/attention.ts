import type { attention as english } from '../en/attention.ts';
import type { TranslationOf } from '../translation-of.ts';

export const attention: TranslationOf<typeof english> = {
  crisis: 'Crisis',
  notBack: 'Sin regresar',
  notYetSeen: 'Sin atención aún',
  taskOverdue: 'Tarea vencida',
  moreSupport: '¿Más apoyo?',
  secondPerson: 'Segunda persona',
  lessSupport: '¿Menos apoyo?',
  otherLevel: '¿Otro nivel?',
  escalated: '{{question}} Escalada',
  to: 'A {{level}}',
  toSuspended: 'A {{level}}, en suspenso',
  waitingFor: 'Espera {{level}}',
  anotherLevel: 'otro nivel',
  paused: 'En pausa',
  pausedTo: 'Pausa hasta',
  awaitingConfirmation: 'Espera confirmación',
  resultToReview: 'Resultado por revisar',
  specimenToReview: 'Muestra por revisar',
  newSpecimen: 'Hace falta otra muestra',
  preliminary: 'Resultado preliminar',
  notSettled: 'Resultado sin aclarar',
};
