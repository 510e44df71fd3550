import type { ClassResult, DrugTestReport } from '../drug-testing/commands.ts';
import type { Judgement, Specimen } from '../drug-testing/state.ts';
import type { Instant } from '../time.ts';
import type { Disposition, DrugClass, Outcome } from '../vocabulary.ts';
import { day } from './commands.ts';

/** A definitive result of cocaine, unless said otherwise. */
export const result = (outcome: Outcome, fields: Partial<ClassResult> = {}): ClassResult => ({
  drugClass: 'cocaine',
  outcome,
  stage: 'definitive',
  ...fields,
});

/** A final report of a specimen of day 10, made a day later, unless said otherwise. */
export const reportOf = (results: readonly ClassResult[], fields: Partial<DrugTestReport> = {}): DrugTestReport => ({
  specimenId: 'S-1',
  matrix: 'urine',
  collectedAt: day(10),
  reportedAt: day(11),
  status: 'final',
  validity: { finding: 'valid' },
  results,
  acknowledgedUse: false,
  ...fields,
});

/** What one class means, decided on day 11, unless said otherwise. */
export const judged = (
  disposition: Disposition,
  rule: string = disposition,
  fields: Partial<Judgement> = {},
): Judgement => ({ disposition, rule, explanation: '', decidedAt: day(11), ...fields });

type Judgements = Readonly<Partial<Record<DrugClass, Judgement>>>;

/** A specimen with these reports, each recorded when it was made. */
export function specimenOf(
  reports: readonly DrugTestReport[],
  judgements: Judgements = {},
  collectedAt: Instant = reports[0]?.collectedAt ?? day(10),
): Specimen {
  const [first] = reports;
  return {
    specimenId: first?.specimenId ?? 'S-1',
    collectedAt,
    recordedAt: first?.reportedAt ?? collectedAt,
    recordedBy: 'command-1',
    reports: reports.map((one, index) => ({ ...one, recordedAt: one.reportedAt, eventId: `report-${index}` })),
    reviews: [],
    judgements,
  };
}
