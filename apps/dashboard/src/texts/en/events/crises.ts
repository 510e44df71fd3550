/** Crises. */
export const crises = {
  CrisisRaised: 'Crisis: {{kind}}.',
  raisedDone: 'Crisis: {{kind}}; {{actions}}.',
  CrisisResolved: 'The crisis is over for now.',
  resolvedDone: 'The crisis is over for now; {{actions}}.',
  kinds: {
    overdose: 'overdose',
    suicidality: 'danger of suicide',
    psychosis: 'psychosis',
    'severe-withdrawal': 'severe withdrawal',
    other: 'another danger',
  },
  actions: {
    'called-988': '988 was called',
    'called-911': '911 was called',
    'emergency-department': 'brought to the emergency department',
    'naloxone-given': 'naloxone was given',
    'medical-assessment': 'seen by a medical clinician',
    'psychiatric-assessment': 'seen by psychiatry',
    'safety-plan-made': 'a safety plan was made',
    'means-made-safe': 'means were made safe',
    'stayed-with-the-person': 'somebody stayed with the person',
    'disclosed-for-emergency': 'others were told because of the emergency',
    other: 'something else was done',
  },
} as const;
