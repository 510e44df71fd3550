/** The names of the screens, as they stand in the navigation. */
export const screens = {
  today: 'Today',
  analytics: 'Analytics',
  board: 'Board',
  notYetSeen: 'Between levels',
  proposals: 'Proposals',
  waitingList: 'Waiting list',
  tests: 'Tests',
  medication: 'Medication',
  followUps: 'Follow-ups',
  onCall: 'On call',
  roster: 'Group roster',
  messages: 'Messages',
  audit: 'Audit',
  programmes: 'Programmes',
  system: 'System',
  staff: 'People and sessions',
} as const;
