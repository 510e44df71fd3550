import type { Dimension } from '../assessments/vocabulary.ts';
import type { AgeGroup, DrugClass } from '../vocabulary.ts';

export type Mode = 'automatic' | 'propose' | 'review-only';

/** What a step up to withdrawal management rests on (pathway §5). */
export interface WithdrawalRisk {
  readonly assessmentHours: number;
  /** 3rd edition: rating of dimension 1. */
  readonly dimension1AtLeast: number;
  /** 4th edition: minimum levels of dimension 1 that are medically managed. */
  readonly dimension1Levels: readonly string[];
  readonly scaleHours: number;
  readonly ciwaArAtLeast: number;
  readonly cowsAtLeast: number;
}

export interface StepUpRules {
  readonly mode: Mode;
  readonly byClass: Readonly<Partial<Record<DrugClass, Mode>>>;
  /** Where no other analyte of the class was found, this mode holds (alcohol by EtG alone). */
  readonly byAnalytes: readonly {
    readonly drugClass: DrugClass;
    readonly analytes: readonly string[];
    readonly mode: Mode;
  }[];
  readonly threshold: { readonly uses: number; readonly withinDays: number };
  readonly handOffHours: number;
  readonly urgentHandOffHours: number;
  readonly urgentClasses: readonly DrugClass[];
  readonly proposalHours: number;
  /** The same during a crisis. */
  readonly crisisProposalHours: number;
  readonly atDeadline: 'escalate' | 'apply' | 'lapse';
  /** A proposal for one of these never lapses. */
  readonly neverLapses: readonly DrugClass[];
  /** A result reported later than this many days after collection is proposed, not started. */
  readonly lateReportDays: number;
  readonly fromAftercareTo: string;
  readonly withdrawalRisk: WithdrawalRisk;
}

export interface StepDownRules {
  readonly mode: 'automatic' | 'confirm';
  /** Of the guards that may be unknown: crisis, hold, unsettled result and look-back never are. */
  readonly whenUnknown: 'pass' | 'fail';
  readonly proposalHours: number;
  /** The therapist's meeting with the patient counts for so long. */
  readonly therapistMeetingDays: number;
}

export interface ConfirmationRules {
  /** Classes for which a presumptive positive counts without confirmation. */
  readonly notRequiredFor: readonly DrugClass[];
  readonly escalateAfterDays: number;
  readonly closeAfterDays: number;
}

export interface Assessments {
  /** For so long after it was made an assessment says what level is indicated. */
  readonly indicatesForDays: number;
  /** From aftercare, the level of an assessment no older than this; else the programme's default. */
  readonly fromAftercareDays: number;
  /** The edition of the ASAM Criteria in which people are assessed; adolescents by the 3rd until theirs is adopted. */
  readonly edition: { readonly adult: 3 | 4; readonly adolescent: 3 | 4 };
  /** 3rd edition: the least level that meets a rating of 0 to 4, for each dimension. */
  readonly minimumByRating: Readonly<Record<AgeGroup, Readonly<Record<Dimension, readonly string[]>>>>;
}
