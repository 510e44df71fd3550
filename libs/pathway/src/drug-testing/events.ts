import type { RuleTried } from '../rule-tried.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { Disposition, DrugClass, NotCollectedOutcome, ReviewFinding } from '../vocabulary.ts';
import type { DrugTestingCommands, DrugTestReport } from './commands.ts';

/** Use of a class that the person tells of. */
export type ToldUse = DrugTestingCommands['RecordAcknowledgedUse'];

export interface DrugTestingEvents {
  ScreeningPlanSet: DrugTestingCommands['SetScreeningPlan'] & { readonly reason?: Sealed };
  DrugTestResultRecorded: DrugTestReport & { readonly reason?: Sealed };
  DrugTestNotCollected: {
    readonly dueAt: Instant;
    readonly outcome: NotCollectedOutcome;
    readonly reason?: Sealed;
  };
  /** One for each specimen and class whose disposition is new or changed. */
  DrugTestDisposed: {
    readonly decisionId: string;
    readonly specimenId: string;
    readonly collectedAt: Instant;
    readonly drugClass: DrugClass;
    readonly disposition: Disposition;
    /** The rule that decided, e.g. `expected-prescribed`. */
    readonly rule: string;
    readonly explanation: string;
    /** Rules tried up to the one that decided; for a plain negative only that one. */
    readonly rules: readonly RuleTried[];
    readonly useId?: string;
  };
  DrugTestReviewed: {
    readonly specimenId: string;
    readonly drugClass: DrugClass;
    readonly finding: ReviewFinding;
    readonly reason?: Sealed;
  };
  UseAcknowledged: ToldUse & { readonly reason?: Sealed };
  /** Also written when a use gains classes or specimens: the last one for a `useId` holds. */
  UseEstablished: {
    readonly useId: string;
    readonly drugClasses: readonly DrugClass[];
    readonly specimenIds: readonly string[];
    /** What the person told of without a specimen. */
    readonly told?: readonly ToldUse[];
    /** The first collection, or the use that was told of. */
    readonly at: Instant;
  };
  UseWithdrawn: { readonly useId: string };
  ConfirmationRequested: {
    readonly specimenId: string;
    readonly drugClasses: readonly DrugClass[];
    readonly escalatesAt: Instant;
    readonly closesAt: Instant;
  };
}

export const drugTestingEventTypes = [
  'ScreeningPlanSet',
  'DrugTestResultRecorded',
  'DrugTestNotCollected',
  'DrugTestDisposed',
  'DrugTestReviewed',
  'UseAcknowledged',
  'UseEstablished',
  'UseWithdrawn',
  'ConfirmationRequested',
] as const satisfies readonly (keyof DrugTestingEvents)[];
