import { z } from 'zod';

export const views = ['versions', 'preview', 'replay', 'move'] as const;

/** What the address says beside the programme and its version. */
export const ProgrammeFilters = z.object({
  /** Default: the rules. */
  view: z.enum(views).optional().catch(undefined),
  /** The version that this one is compared with. Default: the one before. */
  against: z.coerce.number().int().positive().optional().catch(undefined),
});
export type ProgrammeFilters = z.output<typeof ProgrammeFilters>;
