import { z } from 'zod';

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);

export const views = ['applicants', 'moves', 'places'] as const;

/** The filters of the screen as they stand in the address, and the row whose panel is open. */
export const WaitingFilters = z.object({
  view: z.enum(views).optional().catch(undefined),
  site: code,
  programme: code,
  level: code,
  row: z
    .string()
    .regex(/^[a-z0-9.-]{1,200}$/)
    .optional()
    .catch(undefined),
});
export type WaitingFilters = z.output<typeof WaitingFilters>;
