import type { ClassResult, DrugTestReport } from './commands.ts';
import type { Specimen } from './state.ts';
import { analyteOf, resultsOf, type Said } from './merge.ts';
import { classTakenBack } from './reports.ts';

/**
 * The field in which a new report contradicts what is known of its specimen, or nothing.
 * The same class, analyte and stage with another outcome must come as `corrected`; so must another
 * collection time or matrix. The original of a correction may arrive after it.
 */
export function conflictingField(specimen: Specimen, report: DrugTestReport): string | undefined {
  if (report.status === 'corrected' || report.status === 'cancelled') return undefined;
  const earlier = specimen.reports.filter((known) => known.status !== 'cancelled');
  const corrections = earlier.filter((known) => known.status === 'corrected' && known.reportedAt >= report.reportedAt);
  if (corrections.length === 0) {
    if (earlier.length > 0 && earlier.every((known) => known.collectedAt !== report.collectedAt)) return 'collectedAt';
    if (earlier.length > 0 && earlier.every((known) => known.matrix !== report.matrix)) return 'matrix';
  }
  if (report.status === 'preliminary') return undefined;
  for (const [index, result] of report.results.entries()) {
    const corrected = corrections.some((known) => known.results.some((one) => one.drugClass === result.drugClass));
    if (corrected || result.outcome === 'not-done') continue;
    const said = standingResult(specimen, result);
    if (said !== undefined && said.outcome !== 'not-done' && said.outcome !== result.outcome)
      return `results[${index}].outcome`;
  }
  return undefined;
}

/** What final reports hold of the same class, analyte and stage. */
function standingResult(specimen: Specimen, result: ClassResult): ClassResult | undefined {
  const said = specimen.reports
    .filter(({ status }) => status === 'final' || status === 'corrected')
    .filter((report) => !classTakenBack(specimen.reports, report, result.drugClass))
    .flatMap((report) => report.results.map((one): Said => ({ result: one, report })))
    .filter((one) => one.result.drugClass === result.drugClass);
  return resultsOf(said, result.stage).find((one) => analyteOf(one) === analyteOf(result));
}
