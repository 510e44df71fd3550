import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';

export interface HoldEvents {
  HoldPlaced: { readonly holdId: string; readonly until: Instant; readonly reason?: Sealed };
  HoldReleased: { readonly holdId: string; readonly cause: 'released' | 'ended'; readonly reason?: Sealed };
}

export const holdEventTypes = ['HoldPlaced', 'HoldReleased'] as const satisfies readonly (keyof HoldEvents)[];
