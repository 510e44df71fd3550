import { type Actor, type CareEvent, type Instant, type OpenedJourney, advance, evolve } from '@stepway/pathway';
import { eventId } from '../integrity/event-id.ts';
import { recorded } from '../stream/recorded.ts';
import type { ContextFor } from './context-for.ts';

/** Who writes what follows by rule. */
export const ruleActor: Actor = { id: 'stepway', kind: 'rule', role: 'system' };

/** A run has no content of its own: its id alone says what it is. */
export const runHash = Buffer.from('run');

const maxRounds = 50;

/** The rules kept asking for more at one moment: they would go round for ever. Nothing was written. */
export class Restless extends Error {
  readonly code = 'Restless';
  constructor(episodeId: string, version: number) {
    super(`The rules of journey ${episodeId} do not come to rest after version ${version} (${maxRounds} rounds)`);
  }
}

/** What followed by rule, in order, as one append will record it; and the journey then. */
export interface AtRest {
  readonly journey: OpenedJourney;
  readonly events: readonly CareEvent[];
  readonly commandId: string;
}

/**
 * Makes what the rules owe at `now`, round by round, until nothing more follows. The command id of a run is the
 * version it starts from, so that a retry finds its own append.
 * @throws Restless after 50 rounds
 */
export function advanceToRest(journey: OpenedJourney, now: Instant, contextFor: ContextFor): AtRest {
  const { episodeId } = journey;
  const commandId = `run:${journey.version}`;
  const events: CareEvent[] = [];
  let current = journey;
  for (let round = 0; round < maxRounds; round += 1) {
    const before = events.length;
    const id = (index: number): string => eventId(episodeId, commandId, before + index);
    const follows = advance(current, contextFor(current, now, id));
    if (follows.length === 0) return { journey: current, events, commandId };
    for (const [index, event] of follows.entries()) {
      const version = current.version + 1;
      const part = { id: id(index), episodeId, version, recordedAt: now, actor: ruleActor, commandId };
      const care = recorded(event, part);
      events.push(care);
      current = evolve(current, care);
    }
  }
  throw new Restless(episodeId, journey.version);
}
