import type { Sealed } from '../sealed.ts';
import type { SessionCommands } from './commands.ts';

export interface SessionEvents {
  SessionRecorded: SessionCommands['RecordSession'] & { readonly reason?: Sealed };
}

export const sessionEventTypes = ['SessionRecorded'] as const satisfies readonly (keyof SessionEvents)[];
