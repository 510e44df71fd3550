import { type CareEvent, type Due, type Instant, type Journey, toMs } from '@stepway/pathway';
import type { EventLog } from '../event-log.ts';
import type { AppendRequest } from '../stream/append.ts';
import type { ContextFor } from './context-for.ts';
import { type HeldJourney, holdJourneys } from './held-journeys.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { dueOf, isOver, outlook } from './outlook.ts';
import {
  type Judged,
  type NotRecorded,
  type RecordRequest,
  type RecordResult,
  claimedByAnother,
  claimsOf,
  judge,
} from './record.ts';
import { type AtRest, advanceToRest, ruleActor, runHash } from './to-rest.ts';

const maxConflicts = 5;

/** Other writers were first, again and again. Nothing was written; asking again later is safe. */
export class Contended extends Error {
  readonly code = 'Contended';
  constructor(episodeId: string) {
    super(`Journey ${episodeId} was written by others ${maxConflicts} times in a row`);
  }
}

/** What would be recorded, and what would then follow by rule. Nothing is stored. */
export type DryResult =
  | {
      readonly outcome: 'recorded';
      readonly version: number;
      readonly events: readonly CareEvent[];
      readonly follows: readonly CareEvent[];
    }
  | NotRecorded;

export interface RunResult {
  /** Discharged and nothing due, or never opened: the workflow may end. */
  readonly over: boolean;
  /** The next due moment, in epoch ms. */
  readonly due?: number;
  readonly cause?: Due['cause'];
  /** The version at which the journey is at rest. */
  readonly version: number;
  /** What this run appended. */
  readonly events: readonly CareEvent[];
}

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

/** Opens the door: both `record` and `run` append by compare-and-set on the same cache of folded journeys. */
export function openRecorder({ log, contextFor, capacity = 5_000, onConflict }: RecorderOptions): Recorder {
  const journeys = holdJourneys(log, capacity);
  const queue = oneAtATime();

  const record = async (request: RecordRequest): Promise<RecordResult> => {
    let held = await journeys.held(request.episodeId);
    let newest = false;
    for (let conflicts = 0; conflicts < maxConflicts;) {
      const judged = judge(held, request, contextFor);
      if (judged.kind === 'known') return known(judged.sameContent, request);
      if (judged.kind === 'answer' && newest) return judged.answer;
      if (judged.kind === 'accepted') {
        const result = await append(held, request, judged);
        if (result !== undefined) return result;
        conflicts += 1;
        onConflict?.();
      }
      // An acceptance is checked by the append itself; any other answer must stand on the newest state.
      held = await journeys.current(request.episodeId);
      newest = true;
    }
    throw new Contended(request.episodeId);
  };

  /** Undefined if another writer was first. */
  const append = async (
    held: HeldJourney,
    request: RecordRequest,
    judged: Accepted,
  ): Promise<RecordResult | undefined> => {
    const { command, commandHash, episodeId, now, traceparent } = request;
    const { events, journey } = judged;
    if (journey.status === 'not-opened') return undefined;
    const { attention, over } = outlook(held.journey, journey, now, contextFor);
    const { actor, commandId } = command;
    const result = await log.append({
      ...{ episodeId, commandId, commandHash, actor, recordedAt: now, expected: held.head, events, over },
      ...claimsOf(held.journey, events),
      ...(attention ? { attention: 'set' } : {}),
      ...(traceparent === undefined ? {} : { traceparent }),
    });
    switch (result.outcome) {
      case 'appended':
        keep(held, journey, result.head, commandId, commandHash);
        return { outcome: 'recorded', version: journey.version, events, attention, journey };
      case 'repeated':
        return { outcome: 'repeated', version: result.events.at(-1)?.version ?? 0, events: result.events };
      case 'command-reused':
        return { outcome: 'command-reused' };
      case 'claimed':
        return claimedByAnother(result.claim);
      case 'conflict':
        return undefined;
    }
  };

  const known = async (sameContent: boolean, { episodeId, command }: RecordRequest): Promise<NotRecorded> => {
    if (!sameContent) return { outcome: 'command-reused' };
    const events = (await log.findCommand(episodeId, command.commandId))?.events ?? [];
    return { outcome: 'repeated', version: events.at(-1)?.version ?? 0, events };
  };

  const keep = (
    held: HeldJourney,
    journey: Journey,
    head: HeldJourney['head'],
    commandId: string,
    hash: Uint8Array,
  ): void => {
    held.commands.set(commandId, Buffer.from(hash));
    journeys.keep({ journey, head, commands: held.commands });
  };

  const dry = async (request: RecordRequest): Promise<DryResult> => {
    const held = await journeys.current(request.episodeId);
    const judged = judge(held, request, contextFor);
    if (judged.kind === 'known') return known(judged.sameContent, request);
    if (judged.kind === 'answer')
      return judged.answer.outcome === 'recorded' ? { ...judged.answer, follows: [] } : judged.answer;
    for (const claim of claimsOf(held.journey, judged.events).claims) {
      const owner = await log.claimOwner(claim.kind, claim.key);
      if (owner !== undefined && owner !== claim.owner) return claimedByAnother(claim);
    }
    const { events, journey } = judged;
    const follows = journey.status === 'not-opened' ? [] : advanceToRest(journey, request.now, contextFor).events;
    return { outcome: 'recorded', version: journey.version, events, follows };
  };

  const run = async (episodeId: string, now: Instant): Promise<RunResult> => {
    for (let conflicts = 0; conflicts < maxConflicts; conflicts += 1) {
      const held = await journeys.current(episodeId);
      if (held.journey.status === 'not-opened') return { over: true, version: 0, events: [] };
      const atRest = advanceToRest(held.journey, now, contextFor);
      const next = dueOf(atRest.journey, now, contextFor);
      const over = isOver(atRest.journey, next?.at);
      if (await settle(held, atRest, now, over)) {
        const due = next === undefined ? {} : { due: toMs(next.at), cause: next.cause };
        return { over, ...due, version: atRest.journey.version, events: atRest.events };
      }
      onConflict?.();
    }
    throw new Contended(episodeId);
  };

  /** Writes what a run made, or that there was nothing; false if another writer was first. */
  const settle = async (held: HeldJourney, atRest: AtRest, now: Instant, over: boolean): Promise<boolean> => {
    const { journey, events, commandId } = atRest;
    if (events.length === 0) {
      await log.clearAttention(journey.episodeId, journey.version, over);
      return true;
    }
    const { episodeId } = journey;
    const expected = held.head;
    const base = { episodeId, commandId, commandHash: runHash, actor: ruleActor, recordedAt: now, expected, events };
    const request: AppendRequest = { ...base, attention: 'clear', over, ...claimsOf(held.journey, events) };
    const result = await log.append(request);
    if (result.outcome !== 'appended') return false; // also its own append of an earlier try: fold it
    keep(held, journey, result.head, commandId, runHash);
    return true;
  };

  return {
    record: (request) => queue(request.episodeId, () => record(request)),
    dry,
    run: ({ episodeId, now }) => queue(episodeId, () => run(episodeId, now)),
    journey: async (episodeId) => (await journeys.current(episodeId)).journey,
    knownJourney: async (episodeId) => (await journeys.held(episodeId)).journey,
  };
}

type Accepted = Extract<Judged, { kind: 'accepted' }>;
