import { z } from 'zod';

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);

/** Saved views: filters people use every day. */
export const views = ['overdue', 'no-appointment', 'no-dose', 'unowned'] as const;

/** The filters of the screen as they stand in the address, and the row whose panel is open. */
export const NotYetSeenFilters = z.object({
  view: z.enum(views).optional().catch(undefined),
  site: code,
  programme: code,
  /** The level that they go to. */
  level: code,
  row: z.uuid().optional().catch(undefined),
});
export type NotYetSeenFilters = z.output<typeof NotYetSeenFilters>;
