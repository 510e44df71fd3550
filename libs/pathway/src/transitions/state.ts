import type { RuleTried } from '../rule-tried.ts';
import type { Instant } from '../time.ts';
import type { LevelChangeReason, TransitionKind } from '../vocabulary.ts';

interface TransitionBase {
  readonly transitionId: string;
  readonly kind: TransitionKind;
  readonly from: string;
  readonly to: string;
  /** The uses it stands on; empty for goals reached and for a person's decision. */
  readonly grounds: readonly string[];
  readonly by: 'rule' | 'person';
  /** The move, made on grounds that no longer stand, from which it goes back. */
  readonly reverses?: string;
}

export interface ProposedTransition extends TransitionBase {
  readonly state: 'proposed';
  readonly proposedAt: Instant;
  readonly deadlineAt: Instant;
  readonly atDeadline: 'escalate' | 'apply' | 'lapse';
  readonly escalatedAt?: Instant;
}

export interface StartedTransition extends TransitionBase {
  readonly state: 'started';
  readonly startedAt: Instant;
  readonly handOffDueAt: Instant;
  readonly targetAt?: Instant;
  readonly appointmentAt?: Instant;
  /** The next level has no place: the present one goes on, and no deadline of the hand-off runs. */
  readonly waitingSince?: Instant;
  /** How many places had been offered when somebody said that there was none: only a later one answers it. */
  readonly placesBefore?: number;
  /** The place with which it goes on, after it waited for one. */
  readonly slotId?: string;
  /** Appointments not attended, and when each would have been. */
  readonly missed: number;
  readonly missedAt: readonly Instant[];
  readonly missedTwiceSaid: boolean;
  readonly overdueSaid: boolean;
  /** Why, when a person decided. */
  readonly reasonCode?: LevelChangeReason;
}

/** An open step down waits until an unsettled result, an integrity concern or a hold is settled. */
export interface SuspendedTransition extends TransitionBase {
  readonly state: 'suspended';
  readonly suspendedAt: Instant;
  readonly before: ProposedTransition | StartedTransition;
}

export type OpenTransition = ProposedTransition | StartedTransition | SuspendedTransition;

export interface CompletedTransition extends TransitionBase {
  readonly startedAt: Instant;
  readonly completedAt: Instant;
  /** What came of it when nothing was left of its grounds. */
  readonly reversal?: 'proposed' | 'task';
}

/** What was last considered about a step down at the present stay. */
export interface StepDownConsidered {
  readonly at: Instant;
  /** The goal or the assessment that gave the reason: a further one is a new reason to consider. */
  readonly reasonEventId: string;
  readonly to?: string;
  readonly rules: readonly RuleTried[];
  readonly outcome: string;
}

export interface TransitionsState {
  readonly completedTransitions: readonly CompletedTransition[];
  /** Transitions and decisions so far: the numbers of their ids. */
  readonly transitionCount: number;
  readonly decisionCount: number;
}

export const noTransitions: TransitionsState = { completedTransitions: [], transitionCount: 0, decisionCount: 0 };
