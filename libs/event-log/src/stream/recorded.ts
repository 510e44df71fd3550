import type { CareEvent, NewEvent, Recorded } from '@stepway/pathway';

/** A new event with what the log adds when it records it. */
export const recorded = (event: NewEvent, part: Recorded): CareEvent => ({ ...event, ...part });
