import { z } from 'zod';

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);

/** Whose tasks; as an address says it. Without it: my team's, where I have one. */
export const whos = ['team', 'mine', 'unowned', 'all'] as const;

/** The filters of the screen as they stand in the address, and the task whose panel is open. */
export const TodayFilters = z.object({
  who: z.enum(whos).optional().catch(undefined),
  due: z.enum(['overdue', 'today', 'week']).optional().catch(undefined),
  kind: code,
  role: code,
  site: code,
  programme: code,
  level: code,
  snoozed: z.enum(['shown']).optional().catch(undefined),
  task: z
    .string()
    .regex(/^[A-Za-z0-9._:-]{1,300}$/)
    .optional()
    .catch(undefined),
});
export type TodayFilters = z.output<typeof TodayFilters>;
