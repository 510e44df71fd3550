import type { Instant } from '../time.ts';
import type { PlannedPart } from './commands.ts';

export interface AftercarePlan {
  readonly parts: readonly PlannedPart[];
  readonly setAt: Instant;
  readonly eventId: string;
}

export interface AftercareState {
  /** By when they were agreed: the last one holds. */
  readonly aftercarePlans: readonly AftercarePlan[];
}

export const noAftercare: AftercareState = { aftercarePlans: [] };
