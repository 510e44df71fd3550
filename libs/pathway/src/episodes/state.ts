import type { Instant } from '../time.ts';
import type { Termination } from './commands.ts';
import type { DeathCause, EndReason, StepTaken } from './vocabulary.ts';

/** The time at one level inside an episode. */
export interface Stay {
  readonly level: string;
  readonly since: Instant;
  readonly until?: Instant;
  /** The person came back after a discharge. */
  readonly reentry?: true;
}

export interface Death {
  readonly at: Instant;
  readonly cause: DeathCause;
  readonly eventId: string;
}

/** One end of care; after a re-entry there may be another. */
export interface DischargeOnRecord {
  readonly at: Instant;
  readonly reasonCode: EndReason;
  readonly level: string;
  readonly patientDirected: boolean;
  readonly medicationBridge?: StepTaken;
  readonly recordedAt: Instant;
  readonly eventId: string;
}

/** Somebody wishes to end the episode for the programme, and waits for a second person. */
export interface TerminationRequest {
  /** The event that told of it. */
  readonly requestId: string;
  readonly by: string;
  readonly at: Instant;
  readonly termination: Termination;
  readonly requestedAt: Instant;
  readonly lapsesAt: Instant;
}

export interface EpisodesState {
  readonly stays: readonly Stay[];
  /** Oldest first; a referral that was closed has none. */
  readonly discharges: readonly DischargeOnRecord[];
  /** Known at any status, also long after a discharge for another reason. */
  readonly death?: Death;
  /** Ended before this one began; a return that came too late for it. */
  readonly previousEpisodeId?: string;
}

export const noStays: EpisodesState = { stays: [], discharges: [] };
