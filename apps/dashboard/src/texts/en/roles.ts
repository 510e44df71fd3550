/** Roles as people read them. */
export const roles = {
  coordinator: 'Care coordinator',
  therapist: 'Therapist',
  prescriber: 'Prescriber',
  nurse: 'Nurse',
  'peer-worker': 'Peer worker',
  'medical-director': 'Medical director',
  'programme-manager': 'Programme manager',
  'privacy-officer': 'Privacy officer',
  administrator: 'Administrator',
  system: 'Connected system',
} as const;
