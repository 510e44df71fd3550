/** How somebody tried to reach the person; what is said never tells others of the treatment. */
export const outreachChannels = [
  'phone',
  'text',
  'email',
  'letter',
  'visit',
  'video',
  'peer',
  'named-contact',
] as const;
export type OutreachChannel = (typeof outreachChannels)[number];
