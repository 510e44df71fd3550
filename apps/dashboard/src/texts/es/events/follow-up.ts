import type { followUp as english } from '../../en/events/follow-up.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const followUp: TranslationOf<typeof english> = {
  FollowUpRecorded: 'Seguimiento a los {{point}} días, el {{day}}: {{answers}}.',
  FollowUpMissed: 'Seguimiento a los {{point}} días: sin respuesta a tiempo.',
  abstinence: {
    reported: 'informó abstinencia',
    notReported: 'informó consumo',
    tested: 'prueba con abstinencia',
    notTested: 'prueba sin abstinencia',
  },
  contacts: {
    reached: 'Hubo contacto',
    'not-reached': 'No hubo contacto',
    declined: 'Hubo contacto, y la persona no quiere preguntas',
  },
  housing: {
    homeless: 'Sin hogar',
    'dependent-living': 'Vive con apoyo',
    'independent-living': 'Vive de forma independiente',
  },
  employment: {
    'full-time': 'Trabaja a tiempo completo',
    'part-time': 'Trabaja a tiempo parcial',
    unemployed: 'Busca trabajo',
    'not-in-labour-force': 'Fuera de la población activa',
  },
  arrests: {
    none: 'Ningún arresto en 30 días',
    one: 'Un arresto en 30 días',
    'two-or-more': 'Dos o más arrestos en 30 días',
  },
  selfHelp: {
    none: 'Ninguna reunión de ayuda mutua en 30 días',
    '1-to-3': 'De 1 a 3 reuniones de ayuda mutua en 30 días',
    '4-to-7': 'De 4 a 7 reuniones de ayuda mutua en 30 días',
    '8-to-30': 'De 8 a 30 reuniones de ayuda mutua en 30 días',
    some: 'Reuniones de ayuda mutua en 30 días',
  },
};
