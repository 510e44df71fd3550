import { CallerId } from '@stepway/contracts';
import { z } from 'zod';

/** What is looked at, and whose panel is open, as it stands in the address. */
export const StaffFilters = z.object({
  view: z.literal('sessions').optional().catch(undefined),
  row: CallerId.optional().catch(undefined),
  /** A new entry is being written. */
  add: z.literal('person').optional().catch(undefined),
});
export type StaffFilters = z.output<typeof StaffFilters>;
