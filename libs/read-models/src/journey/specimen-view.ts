import type { SpecimenView } from '@stepway/contracts';
import { laterOf, mergeReports, type DrugTestReport, type MergedClass, type Specimen } from '@stepway/pathway';

/** One specimen: what its reports say together, and what each class came to mean. */
export function specimenView(specimen: Specimen): SpecimenView {
  const merged = mergeReports(specimen);
  return {
    specimenId: specimen.specimenId,
    collectedAt: merged.collectedAt,
    reportedAt: specimen.reports.map(({ reportedAt }) => reportedAt).reduce(laterOf),
    status: latest(specimen.reports)?.status ?? 'final',
    validity: merged.validity.finding,
    results: merged.classes.map((result) => classView(specimen, result)),
  };
}

type ClassView = SpecimenView['results'][number];

function classView({ judgements }: Specimen, { drugClass, outcome, stage, results }: MergedClass): ClassView {
  const judgement = judgements[drugClass];
  const measured = results.find(({ amount }) => amount !== undefined);
  return {
    drugClass,
    outcome,
    stage,
    ...(measured?.amount === undefined ? {} : { amount: measured.amount }),
    ...(measured?.unit === undefined ? {} : { unit: measured.unit }),
    // A preliminary report is shown and decides nothing.
    disposition: judgement?.disposition ?? 'pending',
    explanation: judgement?.explanation ?? 'A preliminary report: it decides nothing until the final one.',
  };
}

const latest = (reports: readonly DrugTestReport[]): DrugTestReport | undefined =>
  reports.reduce<DrugTestReport | undefined>(
    (known, report) => (known === undefined || report.reportedAt >= known.reportedAt ? report : known),
    undefined,
  );
