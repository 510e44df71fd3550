import type { crises as english } from '../../en/events/crises.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const crises: TranslationOf<typeof english> = {
  CrisisRaised: 'Crisis: {{kind}}.',
  raisedDone: 'Crisis: {{kind}}; {{actions}}.',
  CrisisResolved: 'La crisis ha pasado por ahora.',
  resolvedDone: 'La crisis ha pasado por ahora; {{actions}}.',
  kinds: {
    overdose: 'sobredosis',
    suicidality: 'peligro de suicidio',
    psychosis: 'psicosis',
    'severe-withdrawal': 'abstinencia grave',
    other: 'otro peligro',
  },
  actions: {
    'called-988': 'se llamó al 988',
    'called-911': 'se llamó al 911',
    'emergency-department': 'traslado a urgencias',
    'naloxone-given': 'se administró naloxona',
    'medical-assessment': 'valoración médica',
    'psychiatric-assessment': 'valoración psiquiátrica',
    'safety-plan-made': 'se hizo un plan de seguridad',
    'means-made-safe': 'se aseguraron los medios',
    'stayed-with-the-person': 'alguien se quedó con la persona',
    'disclosed-for-emergency': 'se informó a otros por la emergencia',
    other: 'se hizo otra cosa',
  },
};
