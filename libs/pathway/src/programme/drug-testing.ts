import type { DrugClass, Matrix } from '../vocabulary.ts';

/** Days in urine after a use in which a positive may still stem from it. */
export interface DetectionWindow {
  readonly typical: number;
  readonly chronic: number;
  readonly unknown: { readonly baseline: number; readonly residual: number };
  /** Figures without a published source: defaults for a medical director to confirm. */
  readonly generalKnowledge?: readonly ('typical' | 'chronic')[];
}

/** One analyte that may be found for longer, or for shorter, than the class it belongs to. */
export interface AnalyteWindow {
  readonly drugClass: DrugClass;
  readonly analytes: readonly string[];
  readonly matrix: Matrix;
  readonly baseline: number;
  readonly residual: number;
  readonly generalKnowledge?: boolean;
}

/** Below it a positive is no evidence of use: hand sanitiser, mouthwash, poppy seeds (pathway §4, rule 15). */
export interface EvidenceFloor {
  readonly drugClass: DrugClass;
  readonly analytes: readonly string[];
  readonly belowNgMl: number;
  /** Without one of these beside it, the amount alone is no evidence either. */
  readonly needs?: readonly string[];
  /** Found beside one of these, it is evidence whatever the amount. */
  readonly unlessFound?: readonly string[];
}

/** What contradicts a medication that explains the class (pathway §4, rule 9). */
export type MedicationPattern = {
  readonly drugClass: DrugClass;
  readonly medications: readonly string[];
  readonly parent: string;
  readonly metabolite: string;
} & (
  | { readonly kind: 'metabolite-missing' }
  /** Metabolite to parent: above `usualAbove` as usual, below `unexpectedBelow` unexpected, between for a review. */
  | { readonly kind: 'ratio'; readonly usualAbove: number; readonly unexpectedBelow: number }
);

/** What holds for scheduled tests at every level; how often they come stands in the plan of each. */
export interface SchedulingRules {
  /** How often, in a hundred, a further test is drawn for a day that the plan names (`extraAfter`). */
  readonly extraPercent: number;
  /** Days of the month on which people are paid. */
  readonly paydays: readonly number[];
  /** Hours from the admission in which the first specimen is collected. */
  readonly admissionHours: number;
  /** Hours after its time in which a test may still be collected, or its result become known; then somebody asks. */
  readonly missedAfterHours: number;
}

/** The figures behind the rules of pathway §4 that are not windows or medications. */
export interface DrugTestingRules {
  /** Figures without a published source: defaults for a medical director to confirm. */
  readonly generalKnowledge?: readonly 'windowDaysByMatrix'[];
  /** Days in which a positive in another matrix than urine may still stem from an earlier use. */
  readonly windowDaysByMatrix: Readonly<Partial<Record<Matrix, number>>>;
  /** Where the report names one of these analytes, its own window holds instead. */
  readonly analyteWindows: readonly AnalyteWindow[];
  /** Matrices that look so far back that they never establish use by rule. */
  readonly neverEstablishUse: readonly Matrix[];
  /** No medication explains these: they come from heroin alone. */
  readonly neverExplained: readonly string[];
  readonly floors: readonly EvidenceFloor[];
  readonly patterns: readonly MedicationPattern[];
  /** Hours after its start from which a medication is expected to show its pattern. */
  readonly patternExpectedAfterHours: number;
  /** Positives for these after hospital, ED or a procedure wait for the list of drugs given (rule 12). */
  readonly givenInHospital: readonly DrugClass[];
  /** What makes a specimen dilute, substituted or adulterated where the laboratory gives figures and no finding. */
  readonly validity: {
    readonly dilute: { readonly creatinineBelowMgDl: number; readonly specificGravityBelow: number };
    readonly substituted: {
      readonly creatinineBelowMgDl: number;
      readonly specificGravityAtMost: number;
      readonly specificGravityAtLeast: number;
    };
    readonly adulterated: {
      readonly phBelow: number;
      readonly phAtLeast: number;
      readonly nitriteAtLeastUgMl: number;
    };
    /** Of fresh urine, read within so many minutes. */
    readonly temperature: { readonly fromF: number; readonly toF: number; readonly withinMinutes: number };
  };
  /** From this many dilute specimens within so many days a clinician chooses another matrix. */
  readonly repeatedDilute: { readonly times: number; readonly withinDays: number };
  /** Two presumptive negatives at least so far apart clear a class. */
  readonly presumptiveNegativesHoursApart: number;
  /** How long before admission a clearing specimen still speaks for the time after it, in days. */
  readonly clearedBeforeAdmissionDays: number;
  /** Hours after its start from which a scheduled medication is expected to be found. */
  readonly presenceExpectedAfterHours: number;
  readonly scheduling: SchedulingRules;
  /** A creatinine-normalised rise that is no residual: same laboratory and method. */
  readonly rise: {
    readonly drugClasses: readonly DrugClass[];
    readonly ratio: number;
    readonly minimumDays: number;
    readonly maximumDays: number;
  };
  /** A positive no medication explains asks for an overdose check the same day. */
  readonly overdoseCheck: {
    readonly always: readonly DrugClass[];
    /** Beside an opioid or a medication for opioid use disorder. */
    readonly besideOpioids: readonly DrugClass[];
  };
}
