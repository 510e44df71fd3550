/** What is given to somebody who waits (45 CFR 96.121, interim services). */
export const interimServices = [
  'hiv-tb-counselling',
  'hiv-tb-referral',
  'needle-and-partner-risk-education',
  'prenatal-effects-education',
  'prenatal-care-referral',
  'naloxone-and-overdose-education',
  'interim-medication',
  'peer-support',
] as const;
export type InterimServiceCode = (typeof interimServices)[number];

/** The statutory order of applicants, first to last (45 CFR 96.126, 96.131). */
export const waitingPriorities = ['pregnant-injecting', 'pregnant', 'injecting', 'other'] as const;
export type WaitingPriority = (typeof waitingPriorities)[number];
