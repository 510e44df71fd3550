import { z } from 'zod';
import { matterKinds } from './kinds.ts';

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);

/** The filters of the screen as they stand in the address, and the matter whose panel is open. */
export const ProposalFilters = z.object({
  view: z.enum(matterKinds).optional().catch(undefined),
  site: code,
  programme: code,
  level: code,
  row: z
    .string()
    .regex(/^[0-9a-f-]{36}\.[a-z]{1,12}$/)
    .optional()
    .catch(undefined),
});
export type ProposalFilters = z.output<typeof ProposalFilters>;
