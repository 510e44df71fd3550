import { z } from 'zod';

const Site = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** What is looked at, and whose panel is open, as it stands in the address. */
export const OnCallFilters = z.object({
  site: Site.optional().catch(undefined),
  /** Site and role: `main.nurse`. */
  row: z
    .string()
    .regex(/^[a-z0-9-]{1,64}\.[a-z-]{1,64}$/)
    .optional()
    .catch(undefined),
});
export type OnCallFilters = z.output<typeof OnCallFilters>;
