import type { CareEvent } from '../events.ts';
import type { Journey } from '../journey.ts';
import { lastTold } from '../withdrawn-facts/told.ts';

/** Whether this was said of the move before, whatever became of the move since: told again, it is no news (pathway §3). */
export const saidBefore = (journey: Journey, transitionId: string, holds: (event: CareEvent) => boolean): boolean =>
  journey.status !== 'not-opened' &&
  lastTold(
    journey.told,
    (event) => 'transitionId' in event.data && event.data.transitionId === transitionId && holds(event),
  ) !== undefined;
