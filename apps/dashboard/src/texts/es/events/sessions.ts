import type { sessions as english } from '../../en/events/sessions.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const sessions: TranslationOf<typeof english> = {
  SessionRecorded: '{{session}}, {{moment}}, {{length}}: {{attendance}}.',
  how: '{{session}} ({{how}}), {{moment}}, {{length}}: {{attendance}}.',
  virtual: 'virtual',
  kinds: {
    group: 'Sesión de grupo',
    individual: 'Sesión individual',
    family: 'Sesión familiar',
    psychoeducation: 'Psicoeducación',
    'case-management': 'Gestión de caso',
    vocational: 'Orientación laboral',
    peer: 'Apoyo entre pares',
    wellness: 'Sesión de bienestar',
    'mutual-help': 'Reunión de ayuda mutua',
    medical: 'Visita médica',
    'medication-visit': 'Visita de medicación',
    'check-up': 'Control',
    'telephone-check-up': 'Control por teléfono',
  },
  attendance: {
    attended: 'acudió',
    late: 'acudió, con retraso',
    missed: 'no acudió',
    excused: 'falta justificada',
    'cancelled-by-site': 'cancelada por el centro',
  },
  modalities: {
    cbt: 'TCC',
    'motivational-interviewing': 'entrevista motivacional',
    dbt: 'TDC',
    'twelve-step-facilitation': 'facilitación de 12 pasos',
    'matrix-model': 'modelo Matrix',
    'therapeutic-community': 'comunidad terapéutica',
    mindfulness: 'atención plena',
    'relapse-prevention': 'prevención del retorno al consumo',
    psychoeducation: 'psicoeducación',
    'skills-training': 'entrenamiento en habilidades',
  },
};
