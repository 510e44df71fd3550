import type { Actor, Instant, Role } from '@stepway/pathway';
import type { Wish } from '../ctn0094/trial-facts.ts';

/** Something that simulated staff will do at a moment. `key` names it for good: asked twice, it is one command. */
export interface Plan {
  readonly at: Instant;
  readonly key: string;
  readonly actor: Actor;
  readonly wish: Wish;
}

export const simulatedActor = (role: Role): Actor => ({ id: `demo-${role}`, kind: 'person', role });
