import type { WaitingCommands } from './commands.ts';
import type { WaitingPriority } from './vocabulary.ts';

export type InterimService = WaitingCommands['RecordInterimService'] & { readonly eventId: string };

export interface WaitingState {
  /** Where the person stands among applicants, as it was last said. */
  readonly waitlisted?: { readonly level: string; readonly priority: WaitingPriority };
  readonly interimServices: readonly InterimService[];
}

export const nothingWaited: WaitingState = { interimServices: [] };
