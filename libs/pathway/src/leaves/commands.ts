import type { Instant } from '../time.ts';
import type { LeaveKind } from '../vocabulary.ts';

export interface LeaveCommands {
  /** The same leave with another expected return prolongs or shortens it. */
  StartLeave: {
    readonly leaveId: string;
    readonly kind: LeaveKind;
    readonly at: Instant;
    /** Not always known for hospital and jail. */
    readonly expectedReturnAt?: Instant;
  };
  EndLeave: { readonly leaveId: string; readonly at: Instant };
}

export const leaveCommandTypes = ['StartLeave', 'EndLeave'] as const satisfies readonly (keyof LeaveCommands)[];
