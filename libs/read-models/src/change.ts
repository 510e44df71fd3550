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
  readonly steps: readonly [Step, ...Step[]];
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
 * @returns undefined if all of them are known
 * @throws HoleInJourney
 */
export function fold(before: Journey, events: readonly CareEvent[]): Change | undefined {
  const steps: Step[] = [];
  let journey = before;
  for (const event of events) {
    if (event.version <= journey.version) continue;
    if (event.version > journey.version + 1)
      throw new HoleInJourney(event.episodeId, event.version, journey.version + 1);
    const after = evolve(journey, event);
    steps.push({ event, before: journey, after });
    journey = after;
  }
  const [first, ...rest] = steps;
  if (first === undefined || journey.status === 'not-opened') return undefined;
  return { before, after: journey, steps: [first, ...rest] };
}
