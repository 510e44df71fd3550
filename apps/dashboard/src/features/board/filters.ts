import { boardFlags, endReasons } from '@stepway/contracts';
import { dispositions } from '../../marks/dispositions.ts';
import { z } from 'zod';

export const sorts = ['action', 'name', 'longest', 'newest', 'due', 'level', 'screen', 'owner', 'ended'] as const;
export type Sort = (typeof sorts)[number];

/** In what orders people in care are listed, and people who were discharged. */
export const sortsOf = ({ status }: Pick<BoardFilters, 'status'>): readonly Sort[] =>
  status === 'discharged' ? ['ended', 'action', 'name', 'screen', 'owner'] : sorts.filter((sort) => sort !== 'ended');
/** The order where none was asked for. */
export const usualSort = (filters: Pick<BoardFilters, 'status'>): Sort => sortsOf(filters)[0] ?? 'action';

/** When an episode ended, by the calendar of the person's site. */
export const endedIn = ['this-year', 'last-year', 'days30', 'days90'] as const;

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
  view: chosen(['columns', 'rows', 'table']),
  site: code,
  programme: code,
  level: code,
  flag: chosen(['any', ...boardFlags]),
  /** One of the staff, `me`, or `none`: nobody looks after the person. */
  owner: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .optional()
    .catch(undefined),
  screen: chosen(['none', ...dispositions]),
  sort: chosen(sorts),
  order: chosen(['desc']),
  status: chosen(['discharged']),
  /** Of those who were discharged: how the episode ended, and when. */
  ending: chosen(['own-wish', ...endReasons]),
  ended: chosen(endedIn),
});
export type BoardFilters = z.output<typeof BoardFilters>;

/** An address that asks for everyone: what a kept view does not say is taken out of it. */
export const noFilters: { readonly [Key in keyof BoardFilters]: undefined } = {
  view: undefined,
  site: undefined,
  programme: undefined,
  level: undefined,
  flag: undefined,
  owner: undefined,
  screen: undefined,
  sort: undefined,
  order: undefined,
  status: undefined,
  ending: undefined,
  ended: undefined,
};
