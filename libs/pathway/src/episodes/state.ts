import type { Instant } from '../time.ts';

/** The time at one level inside an episode. */
export interface Stay {
  readonly level: string;
  readonly since: Instant;
  readonly until?: Instant;
}
