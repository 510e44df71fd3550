import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { LeaveCommands } from './commands.ts';

export interface LeaveEvents {
  LeaveStarted: LeaveCommands['StartLeave'] & { readonly reason?: Sealed };
  LeaveEnded: {
    readonly leaveId: string;
    readonly at: Instant;
    /** `seen`: attended the first service at the next level. */
    readonly cause: 'returned' | 'seen';
    readonly reason?: Sealed;
  };
}

export const leaveEventTypes = ['LeaveStarted', 'LeaveEnded'] as const satisfies readonly (keyof LeaveEvents)[];
