import type { SessionView } from '@stepway/contracts';
import { t } from '../texts/texts.ts';

export type Role = SessionView['actor']['role'];

/** Roles as people read them. */
export const roleWords = (role: Role): string => t(`roles.${role}`);
