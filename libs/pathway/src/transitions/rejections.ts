import type { Instant } from '../time.ts';

export type TransitionRejection =
  | { readonly type: 'UnknownLevel'; readonly level: string; readonly levels: readonly string[] }
  | { readonly type: 'SameLevel'; readonly level: string }
  | { readonly type: 'UnknownTransition'; readonly transitionId: string; readonly open: string | null }
  | { readonly type: 'TransitionNotProposed'; readonly transitionId: string; readonly state: string }
  | { readonly type: 'TransitionNotStarted'; readonly transitionId: string; readonly state: string }
  | { readonly type: 'AttendedBeforeItsGround'; readonly attendedAt: Instant; readonly groundAt: Instant };
