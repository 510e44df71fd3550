import { goalDomains } from '@stepway/pathway';
import { z } from 'zod';
import { Sealed } from '../scalars.ts';
import { reason } from './event.ts';

export const goalEvents = {
  GoalsSet: z.object({
    level: z.string(),
    goals: z
      .array(
        z.object({
          goalId: z.string(),
          domain: z.enum(goalDomains),
          text: Sealed,
          measure: Sealed.optional(),
          fingerprint: z.string().optional(),
        }),
      )
      .readonly(),
    ...reason,
  }),
  GoalCompleted: z.object({ goalId: z.string(), evidence: Sealed.optional(), ...reason }),
  GoalReopened: z.object({ goalId: z.string(), ...reason }),
  GoalWithdrawn: z.object({ goalId: z.string(), reason: Sealed }),
};
