import { daysBetween, type Instant } from '../time.ts';
import { lastOf } from './chain.ts';
import type { ClassFacts, Measured } from './facts.ts';
import type { MergedClass, MergedSpecimen } from './merge.ts';

/** The creatinine-normalised amount of a positive class, where everything needed to compare it is reported. */
export function measure(specimen: MergedSpecimen, result: MergedClass): Measured | undefined {
  const { creatinineMgDl } = specimen.validity;
  const found = result.results.find((one) => one.outcome === 'positive' && one.amount !== undefined);
  if (!creatinineMgDl || !specimen.laboratory || found?.amount === undefined || !found.method) return undefined;
  return {
    at: specimen.collectedAt,
    laboratory: specimen.laboratory,
    method: found.method,
    unit: found.unit,
    normalised: found.amount / creatinineMgDl,
  };
}

/** How the level of a class has changed since the last comparable specimen, and when that was collected. */
export function changeOf({
  specimen,
  result,
  past,
  person,
}: ClassFacts): { times: number; since: Instant } | undefined {
  const { drugClasses, minimumDays, maximumDays } = person.programme.drugTesting.rise;
  if (!drugClasses.includes(result.drugClass)) return undefined;
  const now = measure(specimen, result);
  if (!now) return undefined;
  const before = lastOf(past.measured[result.drugClass], (earlier) => {
    const days = daysBetween(earlier.at, now.at);
    const alike = earlier.laboratory === now.laboratory && earlier.method === now.method && earlier.unit === now.unit;
    return alike && days >= minimumDays && days <= maximumDays;
  });
  if (!before) return undefined;
  return { times: now.normalised / before.normalised, since: before.at };
}

/**
 * How many times higher than the last comparable specimen this one is, where that is a rise:
 * the level of a residual falls, so one that rises speaks for new use (clinical-reference §3).
 */
export function riseOf(facts: ClassFacts): number | undefined {
  const change = changeOf(facts);
  const isRise = change !== undefined && change.times >= facts.person.programme.drugTesting.rise.ratio;
  return isRise ? inHundredths(change.times) : undefined;
}

export const inHundredths = (times: number): number => Math.round(times * 100) / 100;
