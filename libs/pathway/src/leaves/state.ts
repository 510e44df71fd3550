import type { Instant } from '../time.ts';
import type { LeaveKind } from '../vocabulary.ts';

/** A time away from the level of care, beside the stay: the stay goes on. */
export interface Leave {
  readonly leaveId: string;
  readonly kind: LeaveKind;
  /** Where the person was when it began. */
  readonly level: string;
  readonly startedAt: Instant;
  /** When the return is expected, and whatever was said about it, in the order in which it was told. */
  readonly expectedReturnAt?: Instant;
  readonly expectedReturns: readonly Instant[];
  readonly recordedAt: Instant;
  /** Of the event that told of it first. */
  readonly eventId: string;
  readonly ended?: {
    readonly at: Instant;
    readonly cause: 'returned' | 'seen' | 'discharged';
    readonly recordedAt: Instant;
    readonly eventId: string;
  };
}

export interface LeavesState {
  /** By their beginning. */
  readonly leaves: readonly Leave[];
}

export const noLeaves: LeavesState = { leaves: [] };
