import type { Actor, CareEvent, Claim, Instant, NewEvent } from '@stepway/pathway';
import type { StreamHead } from '../integrity/chain.ts';

export interface AppendRequest {
  readonly episodeId: string;
  /** Unique in the journey for ever: the same command again gives its first result. */
  readonly commandId: string;
  /** An HMAC of the command's content, made by the caller: tells a retry from a reused id. */
  readonly commandHash: Uint8Array;
  readonly actor: Actor;
  /** The decider's `now`. */
  readonly recordedAt: Instant;
  /** The head on which the events were decided. */
  readonly expected: StreamHead;
  readonly events: readonly NewEvent[];
  /** `set`: a run is owed from now on. `clear`: at rest after this. Absent: as it was. */
  readonly attention?: 'set' | 'clear';
  /** Discharged and nothing due after this append: the journey needs no workflow. Default false. */
  readonly over?: boolean;
  /** What must be unique across journeys: held by this append, in the same statement. */
  readonly claims?: readonly Claim[];
  readonly releases?: readonly Claim[];
  /** W3C trace context of the request that caused it. */
  readonly traceparent?: string;
}

export type AppendResult =
  | { readonly outcome: 'appended'; readonly events: readonly CareEvent[]; readonly head: StreamHead }
  /** The command was recorded before; these are the events of the first time. */
  | { readonly outcome: 'repeated'; readonly events: readonly CareEvent[] }
  /** The stream does not stand at `expected`: another writer was first. Fold and decide again. */
  | { readonly outcome: 'conflict' }
  /** The command id was used before, for other content. */
  | { readonly outcome: 'command-reused' }
  /** Somebody else holds what the append claims; nothing was written. */
  | { readonly outcome: 'claimed'; readonly claim: Claim };
