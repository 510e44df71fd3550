import type { Instant } from '../time.ts';
import type { SessionCommands } from './commands.ts';

export type SessionTold = SessionCommands['RecordSession'];

export interface Session extends SessionTold {
  readonly recordedAt: Instant;
  readonly eventId: string;
}

export interface SessionsState {
  readonly sessions: readonly Session[];
}

export const noSessions: SessionsState = { sessions: [] };
