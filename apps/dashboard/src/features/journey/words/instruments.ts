import type { DataOf, Values, Words } from '../care-events.ts';

type Subscale = NonNullable<DataOf<'InstrumentScored'>['subscales']>[number]['scale'];

export const instrumentWords: Words<Values<'InstrumentScored', 'instrument'>> = {
  bam: 'Brief Addiction Monitor',
  'phq-9': 'PHQ-9',
  'phq-a': 'PHQ-A',
  'gad-7': 'GAD-7',
  'c-ssrs': 'C-SSRS screener',
  'ciwa-ar': 'CIWA-Ar',
  cows: 'COWS',
};

export const severityWords: Words<Values<'InstrumentScored', 'severity'>> = {
  none: 'none',
  minimal: 'minimal',
  mild: 'mild',
  low: 'low risk',
  moderate: 'moderate',
  'moderately-severe': 'moderately severe',
  severe: 'severe',
  high: 'high risk',
};

export const subscaleWords: Words<Subscale> = { use: 'use', risk: 'risk', protective: 'protective' };
