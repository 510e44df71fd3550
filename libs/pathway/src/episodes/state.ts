import type { Instant } from '../time.ts';
import type { DeathCause } from './vocabulary.ts';

/** The time at one level inside an episode. */
export interface Stay {
  readonly level: string;
  readonly since: Instant;
  readonly until?: Instant;
}

export interface Death {
  readonly at: Instant;
  readonly cause: DeathCause;
  readonly eventId: string;
}

export interface EpisodesState {
  readonly stays: readonly Stay[];
  /** Known at any status, also long after a discharge for another reason. */
  readonly death?: Death;
}

export const noStays: EpisodesState = { stays: [] };
