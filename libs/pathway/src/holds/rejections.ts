import type { Instant } from '../time.ts';

export type HoldRejection =
  | { readonly type: 'HoldTooLong'; readonly until: Instant; readonly latest: Instant }
  | { readonly type: 'HoldConflict'; readonly holdId: string }
  | { readonly type: 'HoldNeedsSecondPerson'; readonly holdId: string }
  | { readonly type: 'UnknownHold'; readonly holdId: string };
