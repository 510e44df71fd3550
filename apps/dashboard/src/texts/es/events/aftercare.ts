import type { aftercare as english } from '../../en/events/aftercare.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const aftercare: TranslationOf<typeof english> = {
  AftercarePlanSet: 'Plan de seguimiento posterior: {{parts}}.',
  rhythm: {
    everyDay: '{{part}} cada día',
    everyWeek: '{{part}} cada semana',
    everyWeeks: '{{part}} cada {{number}} semanas',
    everyDays: '{{part}} cada {{number}} días',
  },
  parts: {
    'fewer-sessions': 'menos sesiones',
    'virtual-sessions': 'sesiones virtuales',
    'self-help-meetings': 'reuniones de ayuda mutua',
    'community-resources': 'recursos de la comunidad',
    'family-therapy': 'terapia familiar',
    training: 'formación',
    'medical-care': 'atención médica continua',
    'telephone-check-ups': 'controles por teléfono',
  },
};
