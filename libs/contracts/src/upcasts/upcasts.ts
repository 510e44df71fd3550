import type { EventType } from '@stepway/pathway';
import type { z } from 'zod';

/** A version of an event's data that is no longer written, and how it reads as the version after it. */
export interface Upcast {
  /** As it was published: its schema is served for as long as there are events of it, which is for ever. */
  readonly data: z.ZodObject;
  /** Pure, and total over all that was ever written as this version. What was never asked stays out: nothing is guessed. */
  readonly up: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** For each type its older versions, the first one first. */
export type Upcasts = { readonly [T in EventType]?: readonly Upcast[] };

/**
 * The older versions of all events. None yet: every type is still as it was first published. Who changes one keeps its
 * present schema here with the step to the new one, and a golden file of each (docs/decisions/0361).
 */
export const upcasts: Upcasts = {};
