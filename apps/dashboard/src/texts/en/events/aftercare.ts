/** What helps after treatment. */
export const aftercare = {
  AftercarePlanSet: 'Aftercare plan: {{parts}}.',
  rhythm: {
    everyDay: '{{part}} every day',
    everyWeek: '{{part}} every week',
    everyWeeks: '{{part}} every {{number}} weeks',
    everyDays: '{{part}} every {{number}} days',
  },
  parts: {
    'fewer-sessions': 'fewer sessions',
    'virtual-sessions': 'virtual sessions',
    'self-help-meetings': 'self-help meetings',
    'community-resources': 'community resources',
    'family-therapy': 'family therapy',
    training: 'training',
    'medical-care': 'ongoing medical care',
    'telephone-check-ups': 'check-ups by telephone',
  },
} as const;
