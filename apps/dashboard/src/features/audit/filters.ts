import { emergencyStates, trailActions, trailOutcomes, Uuid } from '@stepway/contracts';
import { z } from 'zod';

export const periods = ['day', 'week', 'month'] as const;

/** What is looked at, as it stands in the address: ids, never a name. */
export const AuditFilters = z.object({
  view: z.literal('emergencies').optional().catch(undefined),
  person: Uuid.optional().catch(undefined),
  actor: z.string().min(1).max(255).optional().catch(undefined),
  action: z.enum(trailActions).optional().catch(undefined),
  outcome: z.enum(trailOutcomes).optional().catch(undefined),
  period: z.enum(periods).optional().catch(undefined),
  emergency: Uuid.optional().catch(undefined),
  state: z.enum(emergencyStates).optional().catch(undefined),
  row: z
    .string()
    .regex(/^[0-9a-f.-]{1,80}$/)
    .optional()
    .catch(undefined),
});
export type AuditFilters = z.output<typeof AuditFilters>;
