import { type Instant, toMs, type CareEvent, type Due } from '@stepway/pathway';
import type { AppendRequest } from '../stream/append.ts';
import { type HeldJourney, appendedTo } from './held-journeys.ts';
import { dueOf, isOver } from './outlook.ts';
import { presentOf } from './present.ts';
import { claimsOf } from './record.ts';
import { type AtRest, advanceToRest, ruleActor, runHash } from './to-rest.ts';
import { Contended, type Tools, maxConflicts } from './tools.ts';

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

/**
 * Makes all that the rules owe a journey, as one append. Idempotent: its command id is the version it started from,
 * and a run that finds its own earlier append folds it and has nothing left to do.
 */
export async function runJourney(tools: Tools, episodeId: string, now: Instant): Promise<RunResult> {
  const { journeys, contextFor } = tools;
  for (let conflicts = 0; conflicts < maxConflicts; conflicts += 1) {
    const held = await journeys.current(episodeId);
    if (held.journey.status === 'not-opened') return { over: true, version: 0, events: [] };
    // It may have begun before a fact that it has now read was recorded: it owes what that fact owes.
    const present = presentOf(held.journey, now);
    const atRest = advanceToRest(held.journey, present, contextFor);
    const next = dueOf(atRest.journey, present, contextFor);
    const over = isOver(atRest.journey, next?.at);
    if (await settle(tools, held, atRest, present, over)) {
      const due = next === undefined ? {} : { due: toMs(next.at), cause: next.cause };
      return { over, ...due, version: atRest.journey.version, events: atRest.events };
    }
    tools.onConflict?.();
  }
  throw new Contended(episodeId);
}

/** Writes what a run made, or that there was nothing to make; false if another writer was first. */
async function settle(
  { log, journeys }: Tools,
  held: HeldJourney,
  { journey, events, commandId }: AtRest,
  now: Instant,
  over: boolean,
): Promise<boolean> {
  const { episodeId, version } = journey;
  if (events.length === 0) {
    await log.clearAttention(episodeId, version, over);
    return true;
  }
  const base = { episodeId, commandId, commandHash: runHash, actor: ruleActor, recordedAt: now, events, over };
  const request: AppendRequest = {
    ...{ ...base, expected: held.head, attention: 'clear' },
    ...claimsOf(held.journey, events),
  };
  const result = await log.append(request);
  if (result.outcome !== 'appended') return false;
  journeys.keep(appendedTo(held, journey, result.head, request));
  return true;
}
