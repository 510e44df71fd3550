import { Code } from '@stepway/contracts';
import { z } from 'zod';

/** Whose messages are looked at, and which one's panel is open, as it stands in the address. */
export const MessageFilters = z.object({
  sender: Code.optional().catch(undefined),
  row: z.uuid().optional().catch(undefined),
});
export type MessageFilters = z.output<typeof MessageFilters>;
