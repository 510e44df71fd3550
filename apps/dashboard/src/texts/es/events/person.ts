import type { person as english } from '../../en/events/person.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const person: TranslationOf<typeof english> = {
  PregnancyRecorded:
    'Embarazo registrado, conocido desde el {{day}}: se pide atención obstétrica, la medicación continúa.',
  PregnancyEnded: 'El embarazo terminó el {{day}}.',
  NaloxoneProvided_one: 'Naloxona entregada el {{day}}: {{count}} kit.',
  NaloxoneProvided_other: 'Naloxona entregada el {{day}}: {{count}} kits.',
  LivingSituationRecorded: 'Vive {{situation}}.',
  livesSafe: 'Vive {{situation}}, con seguridad allí.',
  livesNotSafe: 'Vive {{situation}}, sin seguridad allí.',
  situations: {
    'own-home': 'en su propio hogar',
    'with-family-or-friends': 'con familia o amistades',
    'sober-living': 'en una residencia de recuperación',
    'supported-housing': 'en una vivienda con apoyo',
    temporary: 'en un lugar temporal',
    homeless: 'sin hogar',
    institution: 'en una institución',
    correctional: 'en la cárcel o en prisión',
  },
};
