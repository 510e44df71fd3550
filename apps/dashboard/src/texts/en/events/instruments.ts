/** Questionnaires and scales. */
export const instruments = {
  InstrumentScored: '{{instrument}}: {{parts}}.',
  subscale: '{{scale}} {{points}}',
  subscaleNeedsAttention: '{{scale}} {{points}} (needs attention)',
  suicideItem: 'an answer about suicide needs somebody now',
  names: {
    bam: 'Brief Addiction Monitor',
    'phq-9': 'PHQ-9',
    'phq-a': 'PHQ-A',
    'gad-7': 'GAD-7',
    'c-ssrs': 'C-SSRS screener',
    'ciwa-ar': 'CIWA-Ar',
    cows: 'COWS',
  },
  severities: {
    none: 'none',
    minimal: 'minimal',
    mild: 'mild',
    low: 'low risk',
    moderate: 'moderate',
    'moderately-severe': 'moderately severe',
    severe: 'severe',
    high: 'high risk',
  },
  subscales: {
    use: 'use',
    risk: 'risk',
    protective: 'protective',
  },
} as const;
