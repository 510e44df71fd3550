import type { CareEvent, Instant, Journey } from '@stepway/pathway';
import type { EventLog } from '../event-log.ts';
import { advanceToRest } from './to-rest.ts';
import type { ContextFor } from './context-for.ts';
import { holdJourneys } from './held-journeys.ts';
import { oneAtATime } from './one-at-a-time.ts';
import {
  type NotRecorded,
  type RecordRequest,
  type RecordResult,
  claimedByAnother,
  claimsOf,
  judge,
} from './record.ts';
import { recordCommand, repeated } from './record-command.ts';
import { type RunResult, runJourney } from './run-journey.ts';

/** What would be recorded, and what would then follow by rule. Nothing is stored. */
export type DryResult =
  | {
      readonly outcome: 'recorded';
      readonly version: number;
      readonly events: readonly CareEvent[];
      readonly follows: readonly CareEvent[];
    }
  | NotRecorded;

/** The one door of live events. */
export interface Recorder {
  /**
   * Records what a person or a laboratory says: fold, decide, append; decides again where another writer was first.
   * @throws Contended after 5 conflicts; LogUnavailable
   */
  record(request: RecordRequest): Promise<RecordResult>;
  /** What `record` would answer, with what would follow by rule. Writes nothing. */
  dry(request: RecordRequest): Promise<DryResult>;
  /**
   * Makes everything that the rules owe a journey at `now`, as one append, and clears its attention.
   * @throws Restless if the rules do not come to rest (a fault in them; nothing was written); Contended; LogUnavailable
   */
  run(request: { readonly episodeId: string; readonly now: Instant }): Promise<RunResult>;
  /** The journey as the log has it now. */
  journey(episodeId: string): Promise<Journey>;
  /** The journey as last seen by this process: enough for what never changes in it (person, programme, site). */
  knownJourney(episodeId: string): Promise<Journey>;
}

export interface RecorderOptions {
  readonly log: EventLog;
  readonly contextFor: ContextFor;
  /** Journeys kept folded in memory. Default 5,000. */
  readonly capacity?: number;
  /** Another writer was first: for counting. */
  readonly onConflict?: () => void;
}

/** Opens the door: both `record` and `run` append by compare-and-set, on the same cache of folded journeys. */
export function openRecorder({ log, contextFor, capacity = 5_000, onConflict }: RecorderOptions): Recorder {
  const tools = { log, contextFor, journeys: holdJourneys(log, capacity), onConflict };
  const { journeys } = tools;
  const queue = oneAtATime();

  const dry = async (request: RecordRequest): Promise<DryResult> => {
    const held = await journeys.current(request.episodeId);
    const judged = judge(held, request, contextFor);
    if (judged.kind === 'known') return repeated(log, request, judged.sameContent);
    if (judged.kind === 'answer')
      return judged.answer.outcome === 'recorded' ? { ...judged.answer, follows: [] } : judged.answer;
    const { events, journey } = judged;
    for (const claim of claimsOf(held.journey, events).claims) {
      const owner = await log.claimOwner(claim.kind, claim.key);
      if (owner !== undefined && owner !== claim.owner) return claimedByAnother(claim);
    }
    const follows = advanceToRest(journey, request.now, contextFor).events;
    return { outcome: 'recorded', version: journey.version, events, follows };
  };

  return {
    record: (request) => queue(request.episodeId, () => recordCommand(tools, request)),
    dry,
    run: ({ episodeId, now }) => queue(episodeId, () => runJourney(tools, episodeId, now)),
    journey: async (episodeId) => (await journeys.current(episodeId)).journey,
    knownJourney: async (episodeId) => (await journeys.held(episodeId)).journey,
  };
}
