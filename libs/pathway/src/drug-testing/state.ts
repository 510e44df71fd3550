import type { Instant } from '../time.ts';
import type { Disposition, DrugClass, NotCollectedOutcome, ReviewFinding } from '../vocabulary.ts';
import type { DrugTestingCommands, DrugTestReport } from './commands.ts';
import type { ToldUse } from './events.ts';

export type ScreeningPlan = DrugTestingCommands['SetScreeningPlan'];

export interface Review {
  readonly drugClass: DrugClass;
  readonly finding: ReviewFinding;
  readonly at: Instant;
}

/** What one class of a specimen currently means. */
export interface Judgement {
  readonly disposition: Disposition;
  readonly rule: string;
  readonly explanation: string;
  readonly useId?: string;
  readonly decidedAt: Instant;
}

/** One specimen: its reports in the order they were recorded, and what they have come to mean. */
export interface Specimen {
  readonly specimenId: string;
  readonly collectedAt: Instant;
  /** When its first report was recorded here. */
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly reports: readonly (DrugTestReport & { readonly recordedAt: Instant; readonly eventId: string })[];
  readonly reviews: readonly Review[];
  readonly judgements: Readonly<Partial<Record<DrugClass, Judgement>>>;
  readonly confirmation?: {
    readonly drugClasses: readonly DrugClass[];
    readonly requestedAt: Instant;
    readonly escalatesAt: Instant;
    readonly closesAt: Instant;
  };
  /** Classes whose confirmation did not come in time; a definitive result may still come. */
  readonly confirmationClosed?: readonly DrugClass[];
}

export interface NotCollected {
  readonly dueAt: Instant;
  /** The word that was said last, whichever became known first. */
  readonly outcome: NotCollectedOutcome;
  readonly said: readonly { readonly outcome: NotCollectedOutcome; readonly at: Instant }[];
  readonly recordedAt: Instant;
  readonly eventId: string;
}

/** The person told of use, with or without a test to show it. */
export type AcknowledgedUse = ToldUse & { readonly recordedAt: Instant; readonly eventId: string };

/** An established unexpected use (pathway §4). */
export interface Use {
  readonly useId: string;
  readonly drugClasses: readonly DrugClass[];
  readonly specimenIds: readonly string[];
  readonly told?: readonly ToldUse[];
  readonly at: Instant;
  readonly establishedAt: Instant;
  readonly eventId: string;
  readonly withdrawn: boolean;
  /** The command with which it was withdrawn. */
  readonly withdrawnBy?: string;
  readonly withdrawnEventId?: string;
  /** When a step up was last considered for it, and what came of it. */
  readonly considered?: {
    readonly at: Instant;
    readonly outcome: string;
    readonly drugClasses: readonly DrugClass[];
    /** A hold was on: it is considered again when that has ended. */
    readonly onHold: boolean;
    /** Whether there is withdrawal risk was not known: it is considered again once somebody looked. */
    readonly awaitsWithdrawalCheck?: true;
  };
}

export interface DrugTestingState {
  readonly screeningPlan?: ScreeningPlan;
  readonly specimens: readonly Specimen[];
  readonly notCollected: readonly NotCollected[];
  readonly acknowledgedUses: readonly AcknowledgedUse[];
  readonly uses: readonly Use[];
}

export const noDrugTesting: DrugTestingState = { specimens: [], notCollected: [], acknowledgedUses: [], uses: [] };
