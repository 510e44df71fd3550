import { Sealed } from '../scalars.ts';

/** Of an event that a command with a reason becomes. */
export const reason = { reason: Sealed.optional() };
