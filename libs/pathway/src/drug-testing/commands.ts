import type { Instant } from '../time.ts';
import type {
  CollectionReason,
  DrugClass,
  Matrix,
  NotCollectedOutcome,
  Outcome,
  ReportStatus,
  ReviewFinding,
  Stage,
  Temperature,
  ValidityFinding,
} from '../vocabulary.ts';

export interface ClassResult {
  readonly drugClass: DrugClass;
  readonly analyte?: string;
  readonly outcome: Outcome;
  readonly stage: Stage;
  readonly method?: string;
  readonly amount?: number;
  readonly unit?: string;
  readonly cutoff?: number;
  readonly loinc?: string;
  /** The person says so: use of this class, last at this moment. */
  readonly acknowledged?: { readonly lastUseAt: Instant };
}

export interface Validity {
  readonly finding: ValidityFinding;
  readonly creatinineMgDl?: number;
  readonly specificGravity?: number;
  readonly ph?: number;
  readonly nitriteUgMl?: number;
  /** Of fresh urine, with the minutes after collection at which it was read. */
  readonly temperatureF?: number;
  readonly readAfterMinutes?: number;
  readonly temperature?: Temperature;
}

/** One laboratory report on one specimen. */
export interface DrugTestReport {
  readonly specimenId: string;
  readonly matrix: Matrix;
  readonly collectedAt: Instant;
  readonly reportedAt: Instant;
  readonly observed?: boolean;
  /** Why it was collected. (`reason` is the free text that any command may carry.) */
  readonly collectionReason?: CollectionReason;
  readonly laboratory?: string;
  readonly status: ReportStatus;
  readonly validity: Validity;
  readonly results: readonly ClassResult[];
  /** All positives of this specimen are acknowledged, use just before collection. */
  readonly acknowledgedUse: boolean;
}

export interface DrugTestingCommands {
  SetScreeningPlan: {
    readonly from: Instant;
    readonly until?: Instant;
    readonly drugClasses: readonly DrugClass[];
    readonly negativeBy: 'specimen' | 'attended-visit';
  };
  RecordDrugTestResult: DrugTestReport;
  RecordMissedDrugTest: { readonly dueAt: Instant; readonly outcome: NotCollectedOutcome };
  /** The person tells of use, without a specimen. */
  RecordAcknowledgedUse: { readonly drugClass: DrugClass; readonly lastUseAt: Instant };
  ReviewDrugTest: { readonly specimenId: string; readonly drugClass: DrugClass; readonly finding: ReviewFinding };
}

export const drugTestingCommandTypes = [
  'SetScreeningPlan',
  'RecordDrugTestResult',
  'RecordMissedDrugTest',
  'RecordAcknowledgedUse',
  'ReviewDrugTest',
] as const satisfies readonly (keyof DrugTestingCommands)[];
