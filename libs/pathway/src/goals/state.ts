import type { Instant } from '../time.ts';
import type { GoalDomain } from '../vocabulary.ts';

export type GoalStanding = 'open' | 'achieved' | 'withdrawn';

/** What became of a goal since it was set, in the order in which it was told. */
export interface GoalChange {
  readonly to: GoalStanding;
  readonly at: Instant;
  readonly eventId: string;
}

export interface Goal {
  readonly goalId: string;
  readonly domain: GoalDomain;
  readonly level: string;
  readonly state: GoalStanding;
  readonly setAt: Instant;
  /** The event that set it. */
  readonly setBy: string;
  readonly fingerprint?: string;
  readonly changes: readonly GoalChange[];
  /** While it is achieved. */
  readonly completedAt?: Instant;
  /** While it is withdrawn. */
  readonly withdrawnAt?: Instant;
  /** The event that gave it its present state. */
  readonly eventId: string;
}

export interface GoalsState {
  readonly goals: readonly Goal[];
}

export const noGoals: GoalsState = { goals: [] };
