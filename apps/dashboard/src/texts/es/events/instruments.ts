import type { instruments as english } from '../../en/events/instruments.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const instruments: TranslationOf<typeof english> = {
  InstrumentScored: '{{instrument}}: {{parts}}.',
  subscale: '{{scale}} {{points}}',
  subscaleNeedsAttention: '{{scale}} {{points}} (requiere atención)',
  suicideItem: 'una respuesta sobre suicidio requiere a alguien ahora',
  names: {
    bam: 'Brief Addiction Monitor',
    'phq-9': 'PHQ-9',
    'phq-a': 'PHQ-A',
    'gad-7': 'GAD-7',
    'c-ssrs': 'Cribado C-SSRS',
    'ciwa-ar': 'CIWA-Ar',
    cows: 'COWS',
  },
  severities: {
    none: 'ninguno',
    minimal: 'mínimo',
    mild: 'leve',
    low: 'riesgo bajo',
    moderate: 'moderado',
    'moderately-severe': 'moderadamente grave',
    severe: 'grave',
    high: 'riesgo alto',
  },
  subscales: {
    use: 'consumo',
    risk: 'riesgo',
    protective: 'protección',
  },
};
