/** Care elsewhere. */
export const externalEncounters = {
  ExternalEncounterRecorded: '{{kind}}, {{from}}; drugs given: {{drugs}}.',
  until: '{{kind}}, {{from}} to {{to}}; drugs given: {{drugs}}.',
  drugsNotKnown: 'not known yet',
  noDrugs: 'none',
  kinds: {
    'emergency-department': 'Emergency department',
    hospital: 'Hospital',
    procedure: 'Procedure',
    'overdose-reversal': 'Overdose, reversed',
  },
} as const;
