import type { externalEncounters as english } from '../../en/events/external-encounters.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const externalEncounters: TranslationOf<typeof english> = {
  ExternalEncounterRecorded: '{{kind}}, {{from}}; fármacos administrados: {{drugs}}.',
  until: '{{kind}}, del {{from}} al {{to}}; fármacos administrados: {{drugs}}.',
  drugsNotKnown: 'aún no se sabe',
  noDrugs: 'ninguno',
  kinds: {
    'emergency-department': 'Urgencias',
    hospital: 'Hospital',
    procedure: 'Procedimiento',
    'overdose-reversal': 'Sobredosis, revertida',
  },
};
