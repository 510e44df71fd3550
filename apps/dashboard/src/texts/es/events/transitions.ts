import type { transitions as english } from '../../en/events/transitions.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const transitions: TranslationOf<typeof english> = {
  TransitionProposed:
    'Propuesta de {{move, small}}: de {{from}} a {{to}}, por decidir hasta {{moment}}; {{atDeadline}}.',
  TransitionApproved: 'La propuesta se aprobó.',
  TransitionDeclined: 'La propuesta no se aceptó; continúa el nivel actual.',
  TransitionLapsed: 'La propuesta caducó sin decisión; continúa el nivel actual.',
  TransitionEscalated: 'Escalado: {{cause}}.',
  startedByItself: '{{move}}, con inicio automático: de {{from}} a {{to}}. Primer servicio atendido hasta {{moment}}.',
  startedByPerson:
    '{{move}}, por decisión de una persona: de {{from}} a {{to}}. Primer servicio atendido hasta {{moment}}.',
  startedForReason:
    '{{move}}, por decisión de una persona: de {{from}} a {{to}}, por {{reason}}. Primer servicio atendido hasta {{moment}}.',
  TransitionSuspended: 'El movimiento queda en suspenso: {{cause}}.',
  TransitionResumed: 'El movimiento continúa.',
  TransitionRegrounded_one: 'El movimiento se basa ahora en otro consumo.',
  TransitionRegrounded_other: 'El movimiento se basa ahora en {{count}} consumos.',
  HandOffScheduled: 'Cita de traspaso: {{moment}}.',
  HandOffMissed: 'Cita de traspaso sin realizar: {{reason}}.',
  missedAgain: 'Cita de traspaso sin realizar, ya {{times}} veces: {{reason}}.',
  TransitionCompleted: 'Primer servicio atendido en {{level}}: el nivel es ahora {{level}}.',
  TransitionFailed: 'Una persona puso fin al movimiento a {{level}}: {{reason}}. Continúa el nivel actual.',
  TransitionCancelled: 'El movimiento se canceló: {{cause}}.',
  moves: {
    'step-up': 'Más apoyo (subida de nivel)',
    'step-down': 'Menos apoyo (bajada de nivel)',
    lateral: 'Otro nivel',
    're-entry': 'Regreso a la atención',
  },
  reasons: {
    'clinical-judgement': 'juicio clínico',
    assessment: 'una evaluación',
    'patient-request': 'deseo de la persona',
    'withdrawal-risk': 'riesgo de abstinencia',
    safety: 'seguridad',
    capacity: 'capacidad',
    administrative: 'administración',
  },
  cancelled: {
    'clinician-retains': 'por decisión clínica se mantiene el nivel actual',
    'no-longer-indicated': 'ya no está indicado',
    'patient-declined': 'la persona no lo desea',
    override: 'una persona decidió otro nivel',
    'step-up': 'más apoyo ocupa su lugar',
    crisis: 'una crisis va primero',
    'grounds-withdrawn': 'aquello en que se basaba ya no consta',
    discharged: 'la persona recibió el alta',
  },
  handOffs: {
    'did-not-attend': 'no acudió',
    declined: 'no lo deseaba',
    'no-slot': 'no había plaza',
    other: 'otro motivo',
  },
  escalations: {
    'proposal-deadline': 'el plazo de la propuesta pasó sin decisión',
    'did-not-attend-twice': 'la persona no acudió dos veces',
    'hand-off-overdue': 'la persona seguía sin atención al vencer el plazo',
  },
  suspensions: {
    'new-use': 'se encontró un nuevo consumo',
    'unsettled-result': 'un resultado está sin aclarar',
    'integrity-concern': 'una muestra necesita revisión',
    hold: 'los movimientos automáticos están en pausa',
  },
  atDeadline: {
    escalate: 'si entonces no hay decisión, pasa a la siguiente persona responsable',
    apply: 'si entonces no hay decisión, se aplica',
    lapse: 'si entonces no hay decisión, caduca',
  },
};
