import { Instant } from '@stepway/contracts';
import { z } from 'zod';

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);

/** Which session of which group, and who was added to its people. */
export const RosterFilters = z.object({
  site: code,
  group: code,
  startsAt: Instant.optional().catch(undefined),
  minutes: z.coerce.number().int().min(5).max(720).optional().catch(undefined),
  /** Episodes, separated by commas. */
  add: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,49}$/)
    .optional()
    .catch(undefined),
});
export type RosterFilters = z.output<typeof RosterFilters>;
