import type { CandidacyCriterion, ExclusionCriterion } from '../programme/entry.ts';
import type { LivingSituationCode } from '../person/vocabulary.ts';
import type { Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type {
  BiopsychosocialArea,
  BiopsychosocialFinding,
  Decider,
  Dimension,
  DiscrepancyReason,
  Edition,
  RiskRating,
  Subdimension,
  UsePattern,
  WithdrawalRiskAnswer,
} from './vocabulary.ts';

/** One dimension, or one subdimension of it, with what the rating rests on: history and here-and-now. */
export interface DimensionRating {
  readonly dimension: Dimension;
  /** 4th edition. */
  readonly subdimension?: Subdimension;
  /** 3rd edition. */
  readonly risk?: RiskRating;
  /** 4th edition: the least level that is safe, or `0` (no need), `ANY` (any level will do), `EVAL` (to be evaluated). */
  readonly minimumLevel?: string;
}

/** What the person says of one class of drugs. */
export interface SubstanceUse {
  readonly drugClass: DrugClass;
  readonly pattern: UsePattern;
  readonly lastUseAt?: Instant;
  readonly injecting?: boolean;
}

interface Assessed {
  readonly assessmentId: string;
  readonly assessedAt: Instant;
  readonly edition: Edition;
  readonly withdrawalRisk?: WithdrawalRiskAnswer;
  readonly substances?: readonly SubstanceUse[];
  readonly biopsychosocial?: Readonly<Partial<Record<BiopsychosocialArea, BiopsychosocialFinding>>>;
  /** What speaks for and against a level: yes or no; what nobody answered is not known. */
  readonly candidacy?: Readonly<Partial<Record<CandidacyCriterion, boolean>>>;
  readonly exclusions?: Readonly<Partial<Record<ExclusionCriterion, boolean>>>;
  readonly livingSituation?: { readonly situation: LivingSituationCode; readonly safe?: boolean };
  readonly decidedBy?: readonly Decider[];
  readonly agreement?: 'agrees' | 'disagrees';
  /** The level that the person would choose. */
  readonly preferredLevel?: string;
  /** Where the person goes, once it is decided; with a reason if it is not what is indicated. */
  readonly actualLevel?: string;
  readonly discrepancyReason?: DiscrepancyReason;
}

export interface AssessmentCommands<Text> {
  RecordAssessment: Assessed & {
    readonly dimensions: readonly (DimensionRating & { readonly evidence: Text })[];
  };
}

export const assessmentCommandTypes = [
  'RecordAssessment',
] as const satisfies readonly (keyof AssessmentCommands<unknown>)[];
