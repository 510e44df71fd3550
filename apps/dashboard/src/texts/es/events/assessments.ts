import type { assessments as english } from '../../en/events/assessments.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const assessments: TranslationOf<typeof english> = {
  AssessmentRecorded: 'Todas las dimensiones evaluadas el {{day}} (criterios ASAM, {{edition}} edición).',
  decided: 'Todas las dimensiones evaluadas el {{day}} (criterios ASAM, {{edition}} edición); decisión: {{level}}.',
  decidedBecause:
    'Todas las dimensiones evaluadas el {{day}} (criterios ASAM, {{edition}} edición); decisión: {{level}}, porque {{because}}.',
  editions: {
    third: '3.ª',
    fourth: '4.ª',
  },
  discrepancies: {
    'not-available': 'el nivel indicado no está disponible',
    'waiting-list': 'el nivel indicado tiene lista de espera',
    'patient-preference': 'es lo que prefiere la persona',
    'payer-denial': 'el pagador no cubre el nivel indicado',
    geography: 'el nivel indicado queda demasiado lejos',
    court: 'lo decidió un tribunal',
    'language-barrier': 'hay una barrera de idioma',
    'childcare-barrier': 'falta cuidado para los niños',
    'transport-barrier': 'falta transporte',
    'clinical-judgement': 'así lo indica el juicio clínico',
  },
};
