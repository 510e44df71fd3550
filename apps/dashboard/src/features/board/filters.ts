import { boardFlags } from '@stepway/contracts';
import { z } from 'zod';

export const sorts = ['action', 'name', 'longest', 'newest', 'due'] as const;
export type Sort = (typeof sorts)[number];

/** What is asked for by hand is one of these; an address with something else is read as if it did not say it. */
const chosen = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined);
const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);

/** The board's filters as they stand in the address. The search by name does not: a name never stands in an address. */
export const BoardFilters = z.object({
  view: chosen(['columns', 'table']),
  programme: code,
  level: code,
  flag: chosen(['any', ...boardFlags]),
  sort: chosen(sorts),
  status: chosen(['discharged']),
});
export type BoardFilters = z.output<typeof BoardFilters>;
