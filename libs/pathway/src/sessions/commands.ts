import type { Instant } from '../time.ts';
import type { Attendance, SessionType } from '../vocabulary.ts';

export interface SessionCommands {
  RecordSession: {
    readonly sessionId: string;
    /** `type` on the wire: inside, that is the command's own name. */
    readonly sessionType: SessionType;
    readonly startedAt: Instant;
    readonly minutes: number;
    readonly attendance: Attendance;
  };
}

export const sessionCommandTypes = ['RecordSession'] as const satisfies readonly (keyof SessionCommands)[];
