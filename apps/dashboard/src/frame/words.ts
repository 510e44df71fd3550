import type { SessionView } from '@stepway/contracts';
import { t } from '../texts/texts.ts';

export type Role = SessionView['actor']['role'];

/** Roles as people read them. */
export const roleWords = (role: Role): string => t(`roles.${role}`);

/** "robin.quill" → "RQ". */
export const initialsOf = (actorId: string): string =>
  actorId
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2);
