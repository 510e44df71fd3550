import type { goals as english } from '../../en/events/goals.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const goals: TranslationOf<typeof english> = {
  GoalsSet_one: '{{count}} objetivo fijado en {{level}}: {{goals}}.',
  GoalsSet_other: '{{count}} objetivos fijados en {{level}}: {{goals}}.',
  GoalCompleted: 'Objetivo logrado: {{goal, small}}.',
  GoalReopened: 'Objetivo retomado: {{goal, small}}.',
  GoalWithdrawn: 'Objetivo retirado: {{goal, small}}.',
  domains: {
    abstinence: 'Abstinencia',
    'harm-reduction': 'Reducción de daños',
    'behaviour-change': 'Cambio de conducta',
    'problem-solving': 'Solución de problemas',
    'coping-and-triggers': 'Afrontamiento y desencadenantes',
    'relapse-prevention': 'Prevención del retorno al consumo',
    'support-network': 'Red de apoyo',
    'self-help': 'Ayuda mutua',
    'mental-health': 'Salud mental',
    'employment-education': 'Empleo y educación',
    housing: 'Vivienda',
    legal: 'Asuntos legales',
    family: 'Familia',
    finances: 'Finanzas',
    health: 'Salud',
  },
};
