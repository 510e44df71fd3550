import type { CareEvent } from '../events.ts';
import type { Told } from './state.ts';

/** What the log tells, the last first. */
export function* lastFirst(told: Told): Generator<CareEvent, void, undefined> {
  for (let one: Told | undefined = told; one; one = one.before) yield one.event;
}

/** The last event of which this holds. */
export function lastTold(told: Told, holds: (event: CareEvent) => boolean): CareEvent | undefined {
  for (const event of lastFirst(told)) if (holds(event)) return event;
  return undefined;
}
