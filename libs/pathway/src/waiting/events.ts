import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { WaitingCommands } from './commands.ts';
import type { WaitingPriority } from './vocabulary.ts';

export interface WaitingEvents {
  /** An applicant waits; also written when their place in the order changes. The last one holds. */
  EpisodeWaitlisted: {
    readonly level: string;
    readonly priority: WaitingPriority;
    readonly requestedAt: Instant;
  };
  InterimServiceRecorded: WaitingCommands['RecordInterimService'] & { readonly reason?: Sealed };
  /** The next level has no place: the present level goes on, and the move waits. */
  TransitionWaitlisted: { readonly transitionId: string; readonly level: string; readonly reason?: Sealed };
  /** A place was offered to a move that waited for one: the clock of its hand-off runs again, from the beginning. */
  TransitionPlaceFound: {
    readonly transitionId: string;
    readonly slotId: string;
    readonly handOffDueAt: Instant;
    readonly targetAt?: Instant;
  };
}

export const waitingEventTypes = [
  'EpisodeWaitlisted',
  'InterimServiceRecorded',
  'TransitionWaitlisted',
  'TransitionPlaceFound',
] as const satisfies readonly (keyof WaitingEvents)[];
