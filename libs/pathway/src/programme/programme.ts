import type { DrugClass, GoalDomain, Matrix, Role, SessionType } from '../vocabulary.ts';

/** An ASAM code never stands without its edition. */
export interface AsamCode {
  readonly edition: 3 | 4;
  readonly code: string;
}

export interface WeeklyHours {
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Level {
  readonly id: string;
  readonly title: string;
  readonly kind: 'withdrawal-management' | 'residential' | 'intensive-outpatient' | 'outpatient' | 'aftercare';
  readonly asam: readonly AsamCode[];
  /** How much support it gives, 1 = least; the board's order and colour. */
  readonly rank: number;
  readonly hoursPerWeek: { readonly adult: WeeklyHours; readonly adolescent: WeeklyHours };
  /** Days; `review` sets a review date, never a move. */
  readonly stayDays: { readonly minimum: number; readonly review: number };
  readonly stepUpTo?: string;
  /** `withdrawal-risk`: only with a current sign of it (pathway §5). */
  readonly stepUpCondition?: 'withdrawal-risk';
  readonly stepDownTo?: string;
  /** Look-back without unexpected use before a step down, in days. */
  readonly lookBackDays: number;
  /** Hours from the start of a move *out of* this level to the first attended service, for a step down. */
  readonly handOffHoursAfter: number;
  readonly handOffTargetHoursAfter?: number;
  /** Where a step down to one level has a deadline of its own: from detox to residential the bed is kept for a day. */
  readonly handOffHoursTo?: Readonly<Record<string, number>>;
  readonly goalTemplate: readonly GoalDomain[];
  readonly capacity?: number;
}

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

export interface FormularyEntry {
  readonly code: string;
  readonly title: string;
  readonly explains: readonly DrugClass[];
  /** Analytes it explains where a report names one; empty = compare the class alone. */
  readonly analytes: readonly string[];
  /** Analytes of an explained class that it does not explain. */
  readonly doesNotExplain: readonly string[];
  readonly presence: 'yes' | 'no' | 'definitive-only';
  /** Days after the last dose in which it still explains. */
  readonly tailDays: number;
  /** Explains only where the report names an analyte of its own (isomers): until then the screen is presumptive. */
  readonly needsAnalyte?: boolean;
  /** What it explains goes to a clinician all the same (medical cannabis by default). */
  readonly needsReview?: boolean;
  /** Where the entry stems from. */
  readonly source: 'sourced' | 'literature' | 'general-knowledge';
  /** What of it has no published source: defaults for a medical director to confirm. */
  readonly generalKnowledge?: readonly ('pattern' | 'tail')[];
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
  /** What makes a specimen dilute, substituted or adulterated where the laboratory gives figures and no finding. */
  readonly validity: {
    readonly dilute: { readonly creatinineBelowMgDl: number; readonly specificGravityBelow: number };
    readonly substituted: {
      readonly creatinineBelowMgDl: number;
      readonly specificGravityAtMost: number;
      readonly specificGravityAtLeast: number;
    };
    readonly adulterated: { readonly phBelow: number; readonly phAtLeast: number };
  };
  /** From this many dilute specimens within so many days a clinician chooses another matrix. */
  readonly repeatedDilute: { readonly times: number; readonly withinDays: number };
  /** Two presumptive negatives at least so far apart clear a class. */
  readonly presumptiveNegativesHoursApart: number;
  /** How long before admission a clearing specimen still speaks for the time after it, in days. */
  readonly clearedBeforeAdmissionDays: number;
  /** Hours after its start from which a scheduled medication is expected to be found. */
  readonly presenceExpectedAfterHours: number;
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

export type Mode = 'automatic' | 'propose' | 'review-only';

/** A published, immutable version of pathway rules, as data. */
export interface Programme {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Most intensive first. */
  readonly ladder: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
  readonly stepUp: {
    readonly mode: Mode;
    readonly byClass: Readonly<Partial<Record<DrugClass, Mode>>>;
    readonly threshold: { readonly uses: number; readonly withinDays: number };
    readonly handOffHours: number;
    readonly urgentHandOffHours: number;
    readonly urgentClasses: readonly DrugClass[];
    readonly proposalHours: number;
    readonly atDeadline: 'escalate' | 'apply' | 'lapse';
    /** A result reported later than this many days after collection is proposed, not started. */
    readonly lateReportDays: number;
    readonly fromAftercareTo: string;
  };
  readonly stepDown: {
    readonly mode: 'automatic' | 'confirm';
    readonly whenUnknown: 'pass' | 'fail';
    readonly proposalHours: number;
  };
  readonly confirmation: {
    /** Classes for which a presumptive positive counts without confirmation. */
    readonly notRequiredFor: readonly DrugClass[];
    readonly escalateAfterDays: number;
    readonly closeAfterDays: number;
  };
  readonly deadlines: {
    readonly reviewHours: number;
    readonly recollectHours: number;
    readonly recollectSameDayHours: number;
    readonly retestHours: number;
    readonly sameDayHours: number;
    /** Hours that an overdue deadline still gets when the system was down as it passed. */
    readonly graceHours: number;
    readonly newAppointmentHours: { readonly urgent: number; readonly other: number };
  };
  readonly holdMaximumDays: number;
  readonly uses: { readonly mergeWithinHours: number };
  readonly drugTesting: DrugTestingRules;
  readonly windows: Readonly<Partial<Record<DrugClass, DetectionWindow>>>;
  /** A derived class and the class its metabolites also show as. */
  readonly families: Readonly<Partial<Record<DrugClass, DrugClass>>>;
  readonly formulary: Readonly<Record<string, FormularyEntry>>;
  readonly moud: readonly string[];
  /** Sessions that count towards a level's weekly hours. */
  readonly treatmentSessions: readonly SessionType[];
  readonly escalation: Readonly<Partial<Record<Role, Role>>>;
}
