/** The strip of weekly screens. */
export const strip = {
  title: 'Weekly screens',
  noPlan: 'Weekly screens: no plan yet',
  lastWeek: 'Weekly screens, last week: {{weeks}}',
  lastWeeks: 'Weekly screens, last {{number}} weeks: {{weeks}}',
  positive: 'positive',
  negative: 'negative',
  both: 'both',
  none: 'none',
} as const;
