import { z } from 'zod';
import { FreeText, Instant } from '../scalars.ts';

/** What every command may carry beside its fields. */
const options = { occurredAt: Instant.optional(), reason: FreeText.optional() };
export type Option = keyof typeof options;

/** The body of a command: its own fields and the options. */
export const command = <Shape extends z.core.$ZodLooseShape>(fields: Shape) =>
  z.strictObject({ ...fields, ...options });
