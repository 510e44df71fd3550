import type { Values, Words } from '../care-events.ts';

export const externalEncounterWords: Words<Values<'ExternalEncounterRecorded', 'kind'>> = {
  'emergency-department': 'Emergency department',
  hospital: 'Hospital',
  procedure: 'Procedure',
  'overdose-reversal': 'Overdose, reversed',
};
