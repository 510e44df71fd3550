import type { Active, Specimen, Use } from '../journey.ts';
import { daysBetween } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

/**
 * Whether specimens after a late use cleared every class of it (pathway §4 *cleared*, §6 *late*):
 * one definitive negative, or two presumptive ones far enough apart.
 */
export function clearedSince(journey: Active, use: Use, presumptiveHoursApart: number): boolean {
  const later = journey.specimens
    .filter((specimen) => specimen.collectedAt > use.at)
    .toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1));
  return use.drugClasses.every((drugClass) => {
    const negatives = later.filter((specimen) => specimen.judgements[drugClass]?.disposition === 'negative');
    if (negatives.some((specimen) => definitivelyNegative(specimen, drugClass))) return true;
    const [first] = negatives;
    const last = negatives.at(-1);
    if (!first || !last) return false;
    return daysBetween(first.collectedAt, last.collectedAt) * 24 >= presumptiveHoursApart;
  });
}

const definitivelyNegative = (specimen: Specimen, drugClass: DrugClass): boolean =>
  specimen.reports.some((report) =>
    report.results.some(
      (result) => result.drugClass === drugClass && result.stage === 'definitive' && result.outcome === 'negative',
    ),
  );
