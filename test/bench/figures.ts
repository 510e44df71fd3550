/** How a figure came out in several rounds. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The value below which the share `q` (0…1) of the values lies; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const spread = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  lowest: quantile(values, 0),
  highest: quantile(values, 1),
});

/** Of each round: ours ÷ the other's. */
export const ratios = (ours: readonly number[], others: readonly number[]): readonly number[] =>
  ours.map((rate, round) => rate / (others[round] ?? Number.NaN));
