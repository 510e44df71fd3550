/** How many left, and how many were last seen, after so many days. */
export interface Observed {
  readonly day: number;
  readonly left: number;
  /** Followed until that day, and no further: still in care, or ended in a way that is none of the events. */
  readonly censored: number;
}

export interface KeptPoint {
  readonly day: number;
  /** At risk just before that day. */
  readonly atRisk: number;
  /** The share still in care after it, with its 95 % band. */
  readonly kept: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the normal distribution. */
const z = 1.959964;

/**
 * The Kaplan–Meier estimate at each day on which somebody left. The variance is Greenwood's; the band is that of
 * log(-log S), so that it stays between 0 and 1 (Kalbfleisch and Prentice 1980, §1.3; Collett 2015, §2.2).
 * Whoever was last seen on a day on which others left was at risk on it.
 */
export function kaplanMeier(observed: readonly Observed[]): readonly KeptPoint[] {
  const days = observed.toSorted((a, b) => a.day - b.day);
  let atRisk = days.reduce((sum, { left, censored }) => sum + left + censored, 0);
  let kept = 1;
  let greenwood = 0;
  const points: KeptPoint[] = [];
  for (const [day, same] of Map.groupBy(days, (one) => one.day)) {
    const left = same.reduce((sum, one) => sum + one.left, 0);
    if (left > 0) {
      kept *= 1 - left / atRisk;
      greenwood += atRisk === left ? Infinity : left / (atRisk * (atRisk - left));
      points.push({ day, atRisk, kept, ...bandOf(kept, greenwood) });
    }
    atRisk -= same.reduce((sum, one) => sum + one.left + one.censored, 0);
  }
  return points;
}

/** The band of a share by log(-log S). */
export function bandOf(kept: number, greenwood: number): { readonly low: number; readonly high: number } {
  if (kept >= 1) return { low: 1, high: 1 };
  // Nobody is left: there is no band where there is no estimate of the variance.
  if (kept <= 0) return { low: 0, high: 0 };
  const error = (z * Math.sqrt(greenwood)) / Math.log(kept);
  return { low: kept ** Math.exp(-error), high: kept ** Math.exp(error) };
}

/** At risk just after a day: neither left nor last seen by then. */
export const atRiskAfter = (observed: readonly Observed[], day: number): number =>
  observed.reduce((sum, one) => sum + (one.day > day ? one.left + one.censored : 0), 0);
