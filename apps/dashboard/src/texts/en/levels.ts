/** Where people are who are at no level. The names of levels come from the programme. */
export const levels = {
  referred: 'Referred',
  referredNotAdmitted: 'Referred, not yet admitted',
  discharged: 'Discharged',
} as const;
