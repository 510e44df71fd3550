import type { Instant } from '../time.ts';
import type { LeaveKind } from '../vocabulary.ts';

export type LeaveRejection =
  | { readonly type: 'UnknownLeave'; readonly leaveId: string }
  | { readonly type: 'LeaveConflict'; readonly leaveId: string }
  /** The person was on another leave at that time. */
  | { readonly type: 'LeaveOverlaps'; readonly leaveId: string }
  | { readonly type: 'ExpectedReturnRequired'; readonly kind: LeaveKind }
  | { readonly type: 'PassNotOffered'; readonly level: string }
  | { readonly type: 'PassTooLong'; readonly until: Instant; readonly latest: Instant };
