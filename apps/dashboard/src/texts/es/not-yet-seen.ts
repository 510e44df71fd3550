import type { notYetSeen as english } from '../en/not-yet-seen.ts';
import type { TranslationOf } from '../translation-of.ts';

export const notYetSeen: TranslationOf<typeof english> = {
  what: 'Quién está entre dos niveles',
  person: 'Persona',
  fromTo: 'De, a',
  timeLeft: 'Tiempo restante',
  appointment: 'Cita y medicación',
  nextAct: 'Siguiente acción',
  noneMade: 'Sin cita',
  makeAppointment: 'Dar cita',
  moreSupport: 'más apoyo',
  lessSupport: 'menos apoyo',
  otherLevel: 'otro nivel',
  panel: 'Traspaso de {{whom}}',
  groups: { overdue: 'Fuera de plazo', soon: 'En 24 horas', later: 'Más adelante' },
  views: { all: 'Todas', overdue: 'Fuera de plazo', 'no-appointment': 'Sin cita' },
  nobody: 'Nadie está entre dos niveles',
  nobodyWhy: 'Una persona aparece aquí por sí sola cuando deja un nivel por otro, hasta que la atienden allí.',
  noMatch: 'Nadie coincide',
  noMatchWhy: 'Nadie entre dos niveles coincide con estos filtros.',
};
