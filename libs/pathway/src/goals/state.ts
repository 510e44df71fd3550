import type { Instant } from '../time.ts';
import type { GoalDomain } from '../vocabulary.ts';

export interface Goal {
  readonly goalId: string;
  readonly domain: GoalDomain;
  readonly level: string;
  readonly state: 'open' | 'achieved';
  readonly setAt: Instant;
  readonly completedAt?: Instant;
  readonly eventId: string;
}

export interface GoalsState {
  readonly goals: readonly Goal[];
}

export const noGoals: GoalsState = { goals: [] };
