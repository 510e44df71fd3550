import { lowestCutoff, whenCleared } from '../drug-testing/clearing.ts';
import { mergeReports, type MergedClass, type MergedSpecimen } from '../drug-testing/merge.ts';
import { clears, negativeOf } from '../drug-testing/past.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Use } from '../drug-testing/state.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

/** The last discharge at or after that moment, where the person came back to the same episode since. */
export function dischargedSince({ stays }: OpenedJourney, at: Instant): Instant | undefined {
  const ends = stays.slice(0, -1).flatMap(({ until }, index) => {
    const goesOn = stays[index + 1]?.since === until;
    return until === undefined || goesOn ? [] : [until];
  });
  return ends.findLast((end) => end >= at);
}

/** Whether specimens after a late use cleared every class of it (pathway §4 *cleared*, §6 *late*). */
export function clearedSince({ specimens }: Active, use: Use, { drugTesting }: Programme): boolean {
  const merged = specimens
    .map((specimen) => ({ ...mergeReports(specimen), judgements: specimen.judgements }))
    .toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1));
  return use.drugClasses.every((drugClass) => {
    const shown = merged.find((specimen) => use.specimenIds.includes(specimen.specimenId) && of(specimen, drugClass));
    const positive = shown && of(shown, drugClass);
    const told = use.told?.some((one) => one.drugClass === drugClass) === true;
    if (!positive && !told) return false;
    // What the person tells of has no matrix, and no cut-off that a negative would have to reach.
    const negatives = merged
      .filter(({ collectedAt, matrix }) => collectedAt > use.at && (!shown || matrix === shown.matrix))
      .flatMap((specimen) => {
        const result = of(specimen, drugClass);
        return result && clears(result, specimen.judgements[drugClass]?.disposition)
          ? [negativeOf(specimen, result)]
          : [];
      });
    return (
      whenCleared(negatives, positive && lowestCutoff(positive), drugTesting.presumptiveNegativesHoursApart) !==
      undefined
    );
  });
}

const of = ({ classes }: MergedSpecimen, drugClass: DrugClass): MergedClass | undefined =>
  classes.find((result) => result.drugClass === drugClass);
