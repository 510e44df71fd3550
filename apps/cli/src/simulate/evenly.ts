import { chance } from '../chance.ts';
import type { Variable } from './teds.ts';

/** One for each variable, none a fraction of another: what is drawn by one says nothing of what is drawn by the next. */
const stride: Readonly<Record<Variable, number>> = {
  SERVICES: Math.SQRT2,
  LOS: Math.sqrt(3),
  REASON: Math.sqrt(5),
  AGE: Math.sqrt(7),
  SUB1: Math.sqrt(11),
  FREQ1: Math.sqrt(13),
  IDU: Math.sqrt(17),
  PREG: Math.sqrt(19),
  PSOURCE: Math.sqrt(23),
  METHUSE: Math.sqrt(29),
};

/**
 * Places 0…1 for the n-th person of a cohort, spread evenly instead of thrown (a Kronecker sequence, begun where the
 * seed says): a cohort of a hundred has the shape of the figures already, where thrown dice would need thousands.
 */
export function evenly(seed: number, number: number): (variable: Variable) => number {
  return (variable) => (chance('evenly', seed, variable).int(0, 999_999) / 1_000_000 + number * stride[variable]) % 1;
}
