import type { contact as english } from '../../en/events/contact.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const contact: TranslationOf<typeof english> = {
  OutreachRecorded: 'Intento de contacto {{channel}}, {{moment}}: hubo contacto.',
  notReached: 'Intento de contacto {{channel}}, {{moment}}: no hubo contacto.',
  ContactLost_one: 'Sin contacto desde hace {{count}} día, desde la falta a la sesión del {{day}}.',
  ContactLost_other: 'Sin contacto desde hace {{count}} días, desde la falta a la sesión del {{day}}.',
  channels: {
    phone: 'por teléfono',
    text: 'por mensaje de texto',
    email: 'por correo electrónico',
    letter: 'por carta',
    visit: 'con una visita',
    video: 'por videollamada',
    peer: 'por medio de un par',
    'named-contact': 'por medio del contacto que indicó la persona',
  },
};
