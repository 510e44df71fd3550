import { daysBetween, type Instant } from '../time.ts';
import { comparableCutoff } from './amounts.ts';
import { endingWith } from './chain.ts';
import type { ClassFacts, Negative } from './facts.ts';
import type { MergedClass } from './merge.ts';

/**
 * The moment since `since` at which this class was cleared before the specimen was collected, if it was.
 * Only the same matrix compares, and only the same class: opioids never clear fentanyl.
 */
export function clearedAt({ past, result, specimen, person }: ClassFacts, since: Instant): Instant | undefined {
  const { collectedAt, matrix } = specimen;
  const between = endingWith(past.negatives[result.drugClass], (negative) => negative.at > since).filter(
    (negative) => negative.at < collectedAt && negative.matrix === matrix,
  );
  const { presumptiveNegativesHoursApart } = person.programme.drugTesting;
  return whenCleared(between, lowestCutoff(result), presumptiveNegativesHoursApart);
}

/**
 * When these negatives, in order of collection, clear a positive: one valid definitive negative whose cut-off is not
 * above the positive's, or two valid presumptive negatives far enough apart (48 h).
 * Where a laboratory gives no cut-off, the definitive negative counts.
 */
export function whenCleared(
  negatives: readonly Negative[],
  cutoff: number | undefined,
  hoursApart: number,
): Instant | undefined {
  const sensitiveEnough = (negative: Negative): boolean =>
    negative.cutoff === undefined || cutoff === undefined || negative.cutoff <= cutoff;
  const definitive = negatives.find((negative) => negative.definitive && sensitiveEnough(negative));
  if (definitive) return definitive.at;
  const [first] = negatives;
  return first && negatives.find((negative) => daysBetween(first.at, negative.at) * 24 >= hoursApart)?.at;
}

export function lowestCutoff({ results }: Pick<MergedClass, 'results'>): number | undefined {
  const cutoffs = results.filter(({ outcome }) => outcome === 'positive').flatMap((one) => comparableCutoff(one) || []);
  return cutoffs.length > 0 ? Math.min(...cutoffs) : undefined;
}
