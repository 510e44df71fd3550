import { evolve, type CareEvent, type Context, type Instant, type Journey, type OpenedJourney } from '@stepway/pathway';

/** One event, and the journey on both sides of it. */
export interface Step {
  readonly event: CareEvent;
  readonly before: Journey;
  readonly after: OpenedJourney;
}

/** What some events in a row made of a journey. */
export interface Change {
  readonly before: Journey;
  readonly after: OpenedJourney;
  /** Events folded; at least one. */
  readonly events: number;
}

/**
 * What rows need beside the journey: its programme and its site's wall calendar. Rows are pure functions of the journey,
 * so `now` is the moment of its last event, and nothing depends on it.
 */
export type ContextFor = (journey: OpenedJourney, now: Instant) => Context;

/** An event that does not follow the one before it. */
export class HoleInJourney extends Error {
  readonly code = 'HOLE_IN_JOURNEY';
  constructor(
    readonly episodeId: string,
    version: number,
    expected: number,
  ) {
    super(`Event ${version} of journey ${episodeId} came where ${expected} was expected`);
  }
}

/**
 * Folds the events of one journey that come after `before`; older ones are known and dropped.
 * @param onStep is shown each event; nothing else keeps the journeys in between
 * @returns undefined if all of them are known
 * @throws HoleInJourney
 */
export function fold(before: Journey, events: readonly CareEvent[], onStep?: (step: Step) => void): Change | undefined {
  let journey = before;
  let count = 0;
  for (const event of events) {
    if (event.version <= journey.version) continue;
    if (event.version > journey.version + 1)
      throw new HoleInJourney(event.episodeId, event.version, journey.version + 1);
    const after = evolve(journey, event);
    onStep?.({ event, before: journey, after });
    journey = after;
    count += 1;
  }
  return count === 0 || journey.status === 'not-opened' ? undefined : { before, after: journey, events: count };
}
