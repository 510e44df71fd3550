/** Follow-up after discharge. */
export const followUp = {
  FollowUpRecorded: 'Follow-up at {{point}} days, on {{day}}: {{answers}}.',
  FollowUpMissed: 'Follow-up at {{point}} days: no answer in its time.',
  abstinence: {
    reported: 'reported abstinent',
    notReported: 'reported not abstinent',
    tested: 'tested abstinent',
    notTested: 'tested not abstinent',
  },
  contacts: {
    reached: 'Reached',
    'not-reached': 'Not reached',
    declined: 'Reached, and does not want to be asked',
  },
  housing: {
    homeless: 'Without a home',
    'dependent-living': 'Lives with support',
    'independent-living': 'Lives independently',
  },
  employment: {
    'full-time': 'Works full time',
    'part-time': 'Works part time',
    unemployed: 'Looks for work',
    'not-in-labour-force': 'Not in the labour force',
  },
  arrests: {
    none: 'No arrest in 30 days',
    one: 'One arrest in 30 days',
    'two-or-more': 'Two or more arrests in 30 days',
  },
  selfHelp: {
    none: 'No self-help meeting in 30 days',
    '1-to-3': '1 to 3 self-help meetings in 30 days',
    '4-to-7': '4 to 7 self-help meetings in 30 days',
    '8-to-30': '8 to 30 self-help meetings in 30 days',
    some: 'Self-help meetings in 30 days',
  },
} as const;
