import type { ClassResult, DrugTestReport } from './commands.ts';
import type { Specimen } from './state.ts';
import type { Instant } from '../time.ts';
import type { DrugClass, Matrix, Outcome, Stage } from '../vocabulary.ts';
import { mergeValidity, type MergedValidity } from './merge-validity.ts';
import { byWeight, classTakenBack } from './reports.ts';

/** What all reports on a specimen say of one class, taken together. */
export interface MergedClass {
  readonly drugClass: DrugClass;
  readonly outcome: Outcome;
  readonly stage: Stage;
  /** Only preliminary reports speak of it so far: it decides nothing. */
  readonly preliminary: boolean;
  readonly cancelled: boolean;
  /** The results that carry the outcome, one for each analyte. */
  readonly results: readonly ClassResult[];
  /** The latest use of this class that the person has told of. */
  readonly acknowledgedUseAt?: Instant;
}

export interface MergedSpecimen {
  readonly specimenId: string;
  readonly collectedAt: Instant;
  readonly matrix: Matrix;
  readonly laboratory?: string;
  readonly validity: MergedValidity;
  readonly classes: readonly MergedClass[];
}

type Report = DrugTestReport;
export interface Said {
  readonly result: ClassResult;
  readonly report: Report;
}

const merged = new WeakMap<Specimen['reports'], MergedSpecimen>();

/**
 * Merges the reports of one specimen per class and analyte (pathway §4), whatever their order of arrival:
 * definitive outranks presumptive, final outranks preliminary, a correction outranks what it corrects,
 * a class that a later report does not name keeps its result. A cancellation takes back what was
 * reported until then: the classes it names, or all. A specimen without any class is merged to the
 * one class `other`, not done, so that nothing final stays without a disposition.
 */
export function mergeReports(specimen: Specimen): MergedSpecimen {
  const known = merged.get(specimen.reports);
  if (known) return known;
  const result = merge(specimen.specimenId, specimen.reports);
  merged.set(specimen.reports, result);
  return result;
}

function merge(specimenId: string, reports: readonly Report[]): MergedSpecimen {
  const [leading] = [...reports].sort((a, b) => byWeight(b, a));
  if (!leading) throw new Error(`specimen ${specimenId} has no report`);
  const said = new Map<DrugClass, Said[]>();
  for (const report of reports)
    for (const result of report.results) {
      const list = said.get(result.drugClass);
      if (list) list.push({ result, report });
      else said.set(result.drugClass, [{ result, report }]);
    }
  const cancellations = reports.filter((report) => report.status === 'cancelled');
  const acknowledged = reports.some((report) => report.acknowledgedUse);
  const classes = [...said].map(([drugClass, all]) =>
    mergeClass(drugClass, all, cancellations, acknowledged ? leading.collectedAt : undefined),
  );
  return {
    specimenId,
    collectedAt: leading.collectedAt,
    matrix: leading.matrix,
    ...(leading.laboratory !== undefined && { laboratory: leading.laboratory }),
    validity: mergeValidity(reports),
    classes: classes.length > 0 ? classes : [nothingTested(reports)],
  };
}

const nothingTested = (reports: readonly Report[]): MergedClass => ({
  drugClass: 'other',
  outcome: 'not-done',
  stage: 'presumptive',
  preliminary: reports.every((report) => report.status === 'preliminary'),
  cancelled: reports.some((report) => report.status === 'cancelled'),
  results: [],
});

function mergeClass(
  drugClass: DrugClass,
  said: readonly Said[],
  cancellations: readonly Report[],
  allAcknowledgedAt: Instant | undefined,
): MergedClass {
  const standing = said.filter(({ report }) => !classTakenBack(cancellations, report, drugClass));
  const final = standing.filter(({ report }) => report.status !== 'preliminary');
  const counted = final.length > 0 ? final : standing.length > 0 ? standing : said;
  const { outcome, stage, results } = outcomeOf(counted);
  const told = counted.flatMap(({ result }) => (result.acknowledged ? [result.acknowledged.lastUseAt] : []));
  // Use told of for the whole specimen lies just before its collection.
  if (allAcknowledgedAt !== undefined && outcome === 'positive') told.push(allAcknowledgedAt);
  const acknowledgedUseAt = told.sort().at(-1);
  return {
    drugClass,
    outcome,
    stage,
    preliminary: final.length === 0,
    cancelled: standing.length === 0,
    results,
    ...(acknowledgedUseAt !== undefined && { acknowledgedUseAt }),
  };
}

function outcomeOf(said: readonly Said[]): Pick<MergedClass, 'outcome' | 'stage' | 'results'> {
  const definitive = resultsOf(said, 'definitive');
  const presumptive = resultsOf(said, 'presumptive');
  const confirmed = combined(definitive);
  const screened = combined(presumptive);
  if (confirmed === 'positive' || confirmed === 'negative' || presumptive.length === 0)
    return { outcome: confirmed, stage: 'definitive', results: definitive };
  // A confirmation that could not be done leaves a negative screen as it was, and a positive one open.
  if (confirmed === 'indeterminate' || (definitive.length > 0 && screened === 'positive'))
    return { outcome: 'indeterminate', stage: 'definitive', results: definitive };
  return { outcome: screened, stage: 'presumptive', results: presumptive };
}

/** The standing result of each analyte at one stage. */
export function resultsOf(said: readonly Said[], stage: Stage): readonly ClassResult[] {
  const atStage = said.filter(({ result }) => result.stage === stage);
  if (atStage.length < 2) return atStage.map(({ result }) => result);
  const ordered = [...atStage].sort((a, b) => byWeight(a.report, b.report));
  const correctedBy = ordered.findLast(({ report }) => report.status === 'corrected')?.report;
  const byAnalyte = new Map<string, ClassResult>();
  for (const { result, report } of ordered) {
    const analyte = analyteOf(result);
    // A correction replaces all that was said of the class at this stage until then, also other analytes.
    if (correctedBy && report !== correctedBy && report.reportedAt <= correctedBy.reportedAt) continue;
    if (result.outcome === 'not-done' && byAnalyte.has(analyte)) continue;
    byAnalyte.set(analyte, result);
  }
  return [...byAnalyte.values()];
}

function combined(results: readonly ClassResult[]): Outcome {
  const has = (outcome: Outcome): boolean => results.some((result) => result.outcome === outcome);
  if (has('positive')) return 'positive';
  if (has('indeterminate')) return 'indeterminate';
  return has('negative') ? 'negative' : 'not-done';
}

export const analyteOf = (result: ClassResult): string => spokenAs(result.analyte ?? '');

/** The name of an analyte as the programme writes it. */
export const spokenAs = (analyte: string): string =>
  analyte.trim().toLowerCase().replaceAll('α', 'alpha').replaceAll(/\s+/g, '-');
