import type { Instant } from '../time.ts';

export type FollowUpRejection =
  | { readonly type: 'UnknownFollowUpPoint'; readonly point: number; readonly points: readonly number[] }
  /** Nobody was reached, so nobody could answer. */
  | { readonly type: 'OutcomesWithoutContact' }
  | { readonly type: 'FollowUpConflict'; readonly point: number; readonly contactedAt: Instant };
