import { dischargeReasons, type DischargeReason } from '@stepway/pathway';
import teds from './teds-d-2019.json' with { type: 'json' };

/** 1,722,503 discharges from treatment in the United States, 2019, by single variables (no records of people). */
export type Variable = keyof typeof teds.variables;

export interface Share {
  readonly value: number;
  readonly label: string;
  /** 0…1, of what is known. */
  readonly share: number;
}

const shares = new Map<Variable, readonly Share[]>();

export function sharesOf(variable: Variable): readonly Share[] {
  const known = shares.get(variable) ?? countShares(variable);
  shares.set(variable, known);
  return known;
}

function countShares(variable: Variable): readonly Share[] {
  const rows = teds.variables[variable];
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return rows.map(({ value, label, count }) => ({ value, label, share: count / total }));
}

/** Of these codes together. */
export const shareOf = (variable: Variable, ...codes: readonly number[]): number =>
  sharesOf(variable).reduce((sum, one) => sum + (codes.includes(one.value) ? one.share : 0), 0);

/**
 * One of these, each as wide on the way from 0 to 1 as its weight says; weights need not add up to one.
 * @param place 0…1
 */
export function oneAt<T>(place: number, weighted: readonly (readonly [T, number])[]): T {
  let left = place * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [one, weight] of weighted) {
    left -= weight;
    if (left < 0) return one;
  }
  const last = weighted.at(-1);
  if (last === undefined) throw new Error('There is nothing to choose from');
  return last[0];
}

/** The code of a variable, as often as TEDS-D counted it. */
export const codeAt = (place: number, variable: Variable): number =>
  oneAt(
    place,
    sharesOf(variable).map(({ value, share }) => [value, share]),
  );

/** LOS: 1…30 are days, above that bands of days. */
const bands: Readonly<Record<number, readonly [number, number]>> = {
  31: [31, 45],
  32: [46, 60],
  33: [61, 90],
  34: [91, 120],
  35: [121, 180],
  36: [181, 365],
  37: [366, 730],
};
export const daysOf = (los: number): readonly [number, number] => bands[los] ?? [los, los];

/** REASON, in the words of the pathway, which stand in the order of its codes. */
export const reasonOf = (code: number): DischargeReason => dischargeReasons[code - 1] ?? 'other';
