import { followUpStates, medicationStates, testStates } from '@stepway/contracts';
import { z } from 'zod';

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);

/** What the address of a list of the day says beside its state: filters, and the row whose panel is open. */
const shared = {
  site: code,
  programme: code,
  level: code,
  row: z
    .string()
    .regex(/^[\w.-]{1,300}$/)
    .optional()
    .catch(undefined),
};

export const TestFilters = z.object({ state: z.enum(testStates).optional().catch(undefined), ...shared });
export const MedicationFilters = z.object({ state: z.enum(medicationStates).optional().catch(undefined), ...shared });
export const FollowUpFilters = z.object({ state: z.enum(followUpStates).optional().catch(undefined), ...shared });
export type DayFilters = z.output<typeof TestFilters | typeof MedicationFilters | typeof FollowUpFilters>;
