import type { Values, Words } from '../care-events.ts';

export const channelWords: Words<Values<'OutreachRecorded', 'channel'>> = {
  phone: 'by telephone',
  text: 'by text message',
  email: 'by e-mail',
  letter: 'by letter',
  visit: 'by a visit',
  video: 'by video call',
  peer: 'through a peer',
  'named-contact': 'through the contact that the person named',
};
