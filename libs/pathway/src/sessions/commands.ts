import type { Modality, Participants, Setting, Track } from '../programme/services.ts';
import type { Instant } from '../time.ts';
import type { Attendance, SessionType } from '../vocabulary.ts';

export interface SessionCommands {
  RecordSession: {
    readonly sessionId: string;
    /** `type` on the wire: inside, that is the command's own name. */
    readonly sessionType: SessionType;
    readonly startedAt: Instant;
    /** How long it lasted for the person; of one that was not attended, how long it was to be. */
    readonly minutes: number;
    readonly attendance: Attendance;
    /** The therapy that it followed. */
    readonly modality?: Modality;
    readonly track?: Track;
    readonly setting?: Setting;
    readonly participants?: Participants;
    /** The group of the site, as its file names it. */
    readonly groupId?: string;
  };
}

export const sessionCommandTypes = ['RecordSession'] as const satisfies readonly (keyof SessionCommands)[];
