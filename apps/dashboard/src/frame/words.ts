import type { SessionView } from '@stepway/contracts';

export type Role = SessionView['actor']['role'];

/** Roles as people read them. */
export const roleWords: Readonly<Record<Role, string>> = {
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
};

/** "robin.quill" → "RQ". */
export const initialsOf = (actorId: string): string =>
  actorId
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2);
