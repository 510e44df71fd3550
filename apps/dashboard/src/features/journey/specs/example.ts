import type { EventType } from '../care-events.ts';

/** Of every event valid data, and what a person reads. */
export type Examples = {
  readonly [Type in EventType]: readonly [data: Record<string, unknown>, sentence: string];
};
