/** Waiting for a place. */
export const waiting = {
  EpisodeWaitlisted: 'Waits for {{level}} since {{day}}: {{priority}}.',
  InterimServiceRecorded: 'Interim services while waiting: {{services}}.',
  TransitionWaitlisted: '{{level, capital}} has no place: the move waits, and the present level goes on.',
  TransitionPlaceFound: 'A place is found, and the move goes on. First attended service by {{moment}}.',
  priorities: {
    'pregnant-injecting': 'pregnant, and injects drugs',
    pregnant: 'pregnant',
    injecting: 'injects drugs',
    other: 'in the order of requests',
  },
  services: {
    'hiv-tb-counselling': 'counselling about HIV and tuberculosis',
    'hiv-tb-referral': 'referral for HIV and tuberculosis',
    'needle-and-partner-risk-education': 'what is known about risks to partners and of sharing needles',
    'prenatal-effects-education': 'what is known about effects on an unborn child',
    'prenatal-care-referral': 'referral to prenatal care',
    'naloxone-and-overdose-education': 'naloxone, and how an overdose is met',
    'interim-medication': 'interim medication',
    'peer-support': 'peer support',
  },
} as const;
