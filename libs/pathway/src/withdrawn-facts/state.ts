import type { CareEvent } from '../events.ts';

/** The events of a journey, the last first: each step shares all that came before it. */
export interface Told {
  readonly event: CareEvent;
  readonly before?: Told;
}

export interface WithdrawnFactsState {
  /** All that its log tells: without it a fact could not be taken back. */
  readonly told: Told;
  /** Ids of the events whose facts were withdrawn. */
  readonly withdrawnFacts: readonly string[];
}
