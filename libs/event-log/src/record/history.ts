import {
  type CareEvent,
  type Command,
  type Due,
  type Instant,
  type Journey,
  type OpenedJourney,
  type Rejection,
  notOpened,
} from '@stepway/pathway';
import { emptyStream } from '../integrity/chain.ts';
import { type StreamAppend, joinAppends, prepareAppend } from '../stream/prepare.ts';
import type { ContextFor } from './context-for.ts';
import { dueOf, isOver } from './outlook.ts';
import { presentOf } from './present.ts';
import { claimsOf, judge } from './record.ts';
import { Restless, advanceToRest, runHash } from './to-rest.ts';

export interface HistoryOptions {
  readonly episodeId: string;
  readonly contextFor: ContextFor;
  /** As the recorder would be given it for a live command. */
  readonly commandHash: (command: Command) => Uint8Array;
}

export type HistoryResult =
  /** The command's events, and what followed by rule before and after them. */
  | { readonly outcome: 'recorded'; readonly events: readonly CareEvent[] }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection };

/**
 * A journey written in memory as it would have been written live: each fact decided at its own time, and everything
 * due in between made at its own moment. Begins with nothing, ends in one bulk write.
 */
export interface History {
  readonly episodeId: string;
  /** As it stands now. */
  readonly journey: Journey;
  /** The history's own present: `recordedAt` of its last event. */
  readonly now: Instant | undefined;
  due(): Due | undefined;
  /** Makes what is due next, if it is due by then, at its own moment, to rest. None when nothing is. @throws Restless */
  runNext(until: Instant): readonly CareEvent[];
  /** All of it, moment by moment. */
  runDue(until: Instant): readonly CareEvent[];
  /** Runs what is due before `at`, decides at `at` (never before the history's present), and runs to rest. */
  record(command: Command, at: Instant): HistoryResult;
  /** What to write: undefined if nothing was recorded. An open journey is written with attention, so that its workflow begins. */
  written(): StreamAppend | undefined;
}

/** Begins the history of a journey that the log does not have yet. */
export function beginHistory({ episodeId, contextFor, commandHash }: HistoryOptions): History {
  const commands = new Map<string, Buffer>();
  const appends: StreamAppend[] = [];
  let journey: Journey = notOpened(episodeId);

  const append = (events: readonly CareEvent[], after: OpenedJourney, hash: Uint8Array): readonly CareEvent[] => {
    const [first] = events;
    if (first === undefined) return [];
    const { commandId, actor, recordedAt } = first;
    const expected = appends.at(-1)?.head ?? emptyStream;
    const claims = claimsOf(journey, events);
    appends.push(
      prepareAppend({ episodeId, commandId, commandHash: hash, actor, recordedAt, expected, events, ...claims }),
    );
    commands.set(commandId, Buffer.from(hash));
    journey = after;
    return events;
  };

  const runAt = (at: Instant): readonly CareEvent[] => {
    if (journey.status === 'not-opened') return [];
    const atRest = advanceToRest(journey, at, contextFor);
    return append(atRest.events, atRest.journey, runHash);
  };

  const due = (): Due | undefined =>
    journey.status === 'not-opened' ? undefined : dueOf(journey, journey.recordedAt, contextFor);

  const runNext = (until: Instant): readonly CareEvent[] => {
    const next = due();
    if (next === undefined || next.at > until) return [];
    const events = runAt(presentOf(journey, next.at));
    // Due, and yet nothing follows: the rules contradict themselves, and we would ask for ever.
    if (events.length === 0) throw new Restless(episodeId, journey.version);
    return events;
  };

  const runDue = (until: Instant): readonly CareEvent[] => {
    const events: CareEvent[] = [];
    for (let made = runNext(until); made.length > 0; made = runNext(until)) events.push(...made);
    return events;
  };

  const record = (command: Command, at: Instant): HistoryResult => {
    if (commands.has(command.commandId)) return { outcome: 'repeated' };
    const before = runDue(at);
    const now = presentOf(journey, at);
    const request = { episodeId, command, commandHash: commandHash(command), now };
    const judged = judge({ journey, head: emptyStream, commands }, request, contextFor);
    if (judged.kind === 'accepted') {
      const recorded = append(judged.events, judged.journey, request.commandHash);
      return { outcome: 'recorded', events: [...before, ...recorded, ...runAt(now)] };
    }
    if (judged.kind === 'answer' && judged.answer.outcome === 'recorded')
      return { outcome: 'recorded', events: before };
    if (judged.kind === 'answer' && judged.answer.outcome === 'rejected') return judged.answer;
    return { outcome: 'repeated' };
  };

  const written = (): StreamAppend | undefined => {
    const [first, ...others] = appends;
    if (first === undefined) return undefined;
    const over = journey.status !== 'not-opened' && isOver(journey, due()?.at);
    return { ...joinAppends([first, ...others]), over, ...(over ? {} : { attention: 'set' }) };
  };

  return {
    episodeId,
    get journey() {
      return journey;
    },
    get now() {
      return journey.status === 'not-opened' ? undefined : journey.recordedAt;
    },
    due,
    runNext,
    runDue,
    record,
    written,
  };
}
