import type { ProgrammeVersion } from '../episodes/commands.ts';
import type { RuleTried } from '../rule-tried.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { CancelReason, HandOffFailureReason, LevelChangeReason, TransitionKind } from '../vocabulary.ts';

/** What a rule-made move stands on. */
interface Grounds {
  readonly grounds: readonly string[];
}

export interface TransitionEvents {
  TransitionConsidered: {
    readonly decisionId: string;
    readonly about: 'step-up' | 'step-down';
    readonly outcome: 'started' | 'proposed' | 'joined' | 'task' | 'nothing';
    readonly sentence: string;
    readonly rules: readonly RuleTried[];
    readonly programme: ProgrammeVersion;
    readonly trigger: { readonly eventId: string };
    /** The use considered, for a step up. */
    readonly useId?: string;
    readonly transitionId?: string;
    /** Where the person would go, for a step down. */
    readonly to?: string;
    /** The move that was made, where to go back from it is considered. */
    readonly reverses?: string;
  };
  TransitionProposed: {
    readonly transitionId: string;
    readonly kind: TransitionKind;
    readonly from: string;
    readonly to: string;
    readonly deadlineAt: Instant;
    readonly atDeadline: 'escalate' | 'apply' | 'lapse';
    readonly reverses?: string;
  } & Grounds;
  TransitionApproved: { readonly transitionId: string; readonly reason?: Sealed };
  TransitionDeclined: { readonly transitionId: string; readonly reason?: Sealed };
  TransitionLapsed: { readonly transitionId: string };
  /** The deadline of a proposal passed, or a hand-off went wrong twice: somebody above must act. */
  TransitionEscalated: {
    readonly transitionId: string;
    readonly cause: 'proposal-deadline' | 'did-not-attend-twice' | 'hand-off-overdue';
    readonly nextAt?: Instant;
  };
  TransitionStarted: {
    readonly transitionId: string;
    readonly kind: TransitionKind;
    readonly from: string;
    readonly to: string;
    readonly handOffDueAt: Instant;
    readonly targetAt?: Instant;
    readonly reverses?: string;
    /** Set when a person decided. */
    readonly reasonCode?: LevelChangeReason;
    readonly reason?: Sealed;
  } & Grounds;
  TransitionSuspended: {
    readonly transitionId: string;
    /** `new-use`: one for which rules may not step up from here, so the move down must wait all the same. */
    readonly cause: 'new-use' | 'unsettled-result' | 'integrity-concern' | 'hold';
  };
  TransitionResumed: { readonly transitionId: string };
  /** The grounds of an open transition, or of one completed since, after a use joined or left them. */
  TransitionRegrounded: {
    readonly transitionId: string;
    /** When an urgent use joined a move that had no target yet. */
    readonly targetAt?: Instant;
  } & Grounds;
  HandOffScheduled: { readonly transitionId: string; readonly appointmentAt: Instant; readonly reason?: Sealed };
  HandOffMissed: {
    readonly transitionId: string;
    readonly times: number;
    readonly reasonCode: HandOffFailureReason;
    readonly reason?: Sealed;
  };
  /** The first attended service at the new level: this is when the level changes. */
  TransitionCompleted: {
    readonly transitionId: string;
    readonly kind: TransitionKind;
    readonly from: string;
    readonly to: string;
    readonly attendedAt: Instant;
    readonly reason?: Sealed;
  };
  /** A person says that it will not be made: the present level goes on, and what is needed now is asked. */
  TransitionFailed: {
    readonly transitionId: string;
    readonly kind: TransitionKind;
    readonly from: string;
    readonly to: string;
    /** Appointments not attended until then. */
    readonly times: number;
    readonly reasonCode: HandOffFailureReason;
    readonly reason?: Sealed;
  };
  TransitionCancelled: {
    readonly transitionId: string;
    readonly cause: CancelReason | 'override' | 'step-up' | 'crisis' | 'grounds-withdrawn' | 'discharged';
    readonly reason?: Sealed;
  };
}

export const transitionEventTypes = [
  'TransitionConsidered',
  'TransitionProposed',
  'TransitionApproved',
  'TransitionDeclined',
  'TransitionLapsed',
  'TransitionEscalated',
  'TransitionStarted',
  'TransitionSuspended',
  'TransitionResumed',
  'TransitionRegrounded',
  'HandOffScheduled',
  'HandOffMissed',
  'TransitionCompleted',
  'TransitionFailed',
  'TransitionCancelled',
] as const satisfies readonly (keyof TransitionEvents)[];
