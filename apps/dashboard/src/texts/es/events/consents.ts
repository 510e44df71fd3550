import type { consents as english } from '../../en/events/consents.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const consents: TranslationOf<typeof english> = {
  ConsentGiven: 'Consentimiento {{purpose}}: {{information}}; {{until}}.',
  givenAgain: 'Consentimiento (versión {{version}}) {{purpose}}: {{information}}; {{until}}.',
  ConsentRevoked: 'Consentimiento revocado a partir de {{moment}}.',
  endedAsSaid: 'El consentimiento terminó ({{moment}}), como estaba previsto en él.',
  ConsentExpired: 'Un consentimiento terminó el {{day}}.',
  until: {
    date: 'hasta el {{day}}',
    never: 'hasta que se revoque',
    'end-of-treatment': 'hasta el fin del tratamiento',
    'end-of-proceeding': 'hasta el fin del procedimiento',
    'end-of-supervision': 'hasta el fin de la supervisión',
    other: 'hasta lo que en él se indica',
  },
  purposes: {
    tpo: 'para tratamiento, pago y operaciones',
    'single-recipient': 'para informar a un solo destinatario',
    'criminal-justice': 'para la supervisión de la justicia penal',
    'legal-proceedings': 'para un procedimiento legal',
    'counselling-notes': 'para notas de consejería',
  },
  information: {
    'whole-record': 'el expediente completo',
    attendance: 'la asistencia',
    'level-of-care': 'el nivel de atención',
    'appointments-and-hand-offs': 'citas y traspasos',
    medications: 'medicamentos',
    'drug-test-results': 'resultados de pruebas de drogas',
    assessments: 'evaluaciones',
    'goals-and-plan': 'objetivos y plan',
    'crisis-and-safety': 'crisis y seguridad',
    discharge: 'alta',
    billing: 'facturación',
    'counselling-notes': 'notas de consejería',
  },
};
