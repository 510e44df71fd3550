import { z } from 'zod';

export const RuleTried = z
  .object({ rule: z.string(), held: z.union([z.boolean(), z.literal('unknown')]), saw: z.string() })
  .meta({ id: 'RuleTried' });
export const rules = z.array(RuleTried).readonly();
