import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { FollowUpCommands } from './commands.ts';

export interface FollowUpEvents {
  FollowUpRecorded: FollowUpCommands['RecordFollowUp'] & {
    /** The discharge that it follows: after a re-entry there may be another. */
    readonly dischargedAt: Instant;
    /** Only a contact within the window of its point is counted for it. */
    readonly inWindow: boolean;
    readonly reason?: Sealed;
  };
  /** The window of a point has passed without an answer. */
  FollowUpMissed: { readonly point: number; readonly dischargedAt: Instant };
}

export const followUpEventTypes = [
  'FollowUpRecorded',
  'FollowUpMissed',
] as const satisfies readonly (keyof FollowUpEvents)[];
