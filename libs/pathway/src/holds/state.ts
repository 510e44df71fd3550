import type { Instant } from '../time.ts';

export interface Hold {
  readonly holdId: string;
  readonly placedAt: Instant;
  readonly placedBy: string;
  readonly until: Instant;
  readonly endedAt?: Instant;
}

export interface HoldsState {
  readonly holds: readonly Hold[];
}

export const noHolds: HoldsState = { holds: [] };
