import type { leaves as english } from '../../en/events/leaves.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const leaves: TranslationOf<typeof english> = {
  LeaveStarted: '{{kind}} desde {{from}}; regreso previsto antes de {{until}}.',
  returnNotKnown: '{{kind}} desde {{from}}; aún no se sabe el regreso.',
  LeaveEnded: 'De regreso del permiso: {{moment}}.',
  seen: 'De regreso del permiso: {{moment}}, con atención en el nivel siguiente.',
  kinds: {
    pass: 'Permiso breve',
    hospital: 'En el hospital',
    jail: 'En la cárcel',
    other: 'De permiso',
  },
};
