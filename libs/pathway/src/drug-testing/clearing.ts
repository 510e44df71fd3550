import { daysBetween, type Instant } from '../time.ts';
import type { ClassFacts, Negative } from './facts.ts';

/**
 * The moment since `since` at which this class was cleared before the specimen was collected, if it was:
 * one valid definitive negative whose cut-off is not above the later positive's, or two valid presumptive
 * negatives far enough apart (48 h). Only the same matrix compares, and only the same class: opioids
 * never clear fentanyl. Where a laboratory gives no cut-off, the definitive negative counts.
 */
export function clearedAt(facts: ClassFacts, since: Instant): Instant | undefined {
  const negatives = facts.past.negatives[facts.result.drugClass];
  if (negatives === undefined) return undefined;
  const { collectedAt, matrix } = facts.specimen;
  const between = negatives.filter(
    (negative) => negative.at > since && negative.at < collectedAt && negative.matrix === matrix,
  );
  const sensitiveEnough = (negative: Negative): boolean => {
    const cutoff = lowestCutoff(facts);
    return negative.cutoff === undefined || cutoff === undefined || negative.cutoff <= cutoff;
  };
  const definitive = between.find((negative) => negative.definitive && sensitiveEnough(negative));
  if (definitive) return definitive.at;
  const [first] = between;
  if (!first) return undefined;
  const apartDays = facts.person.programme.drugTesting.presumptiveNegativesHoursApart / 24;
  return between.find((negative) => daysBetween(first.at, negative.at) >= apartDays)?.at;
}

const lowestCutoff = ({ result }: ClassFacts): number | undefined => {
  const cutoffs = result.results.flatMap((one) => (one.outcome === 'positive' && one.cutoff ? [one.cutoff] : []));
  return cutoffs.length > 0 ? Math.min(...cutoffs) : undefined;
};
