import type { Context, DueCause } from './decision.ts';
import type { NewEvent } from './events.ts';
import type { Instant } from './time.ts';

/**
 * One thing that the rules owe a journey: when, why, about what, and the events that settle it.
 * `at` is the due moment; what is owed at once carries a moment not after the journey's last `recordedAt`.
 * Once its events are folded, the same thing must not be owed again: that is how a run comes to rest.
 */
export interface Owed {
  readonly at: Instant;
  readonly cause: DueCause;
  readonly subject: string;
  /** What comes next of this kind may be made in the same round: these do not touch each other. */
  readonly together?: true;
  readonly make: (context: Context) => readonly NewEvent[];
}
