/** Reaching out. */
export const contact = {
  OutreachRecorded: 'Outreach {{channel}}, {{moment}}: reached.',
  notReached: 'Outreach {{channel}}, {{moment}}: not reached.',
  ContactLost_one: 'No contact for {{count}} day, since the session that was missed on {{day}}.',
  ContactLost_other: 'No contact for {{count}} days, since the session that was missed on {{day}}.',
  channels: {
    phone: 'by telephone',
    text: 'by text message',
    email: 'by e-mail',
    letter: 'by letter',
    visit: 'by a visit',
    video: 'by video call',
    peer: 'through a peer',
    'named-contact': 'through the contact that the person named',
  },
} as const;
