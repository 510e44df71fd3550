import type { SessionCommands } from './commands.ts';

export type Session = SessionCommands['RecordSession'];

export interface SessionsState {
  readonly sessions: readonly Session[];
}

export const noSessions: SessionsState = { sessions: [] };
