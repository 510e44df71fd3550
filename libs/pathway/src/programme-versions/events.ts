import type { ProgrammeVersion } from '../episodes/commands.ts';
import type { Sealed } from '../sealed.ts';
import type { LevelNames } from './commands.ts';

export interface ProgrammeVersionEvents {
  /** From here the journey is judged by this version; what was decided before stays decided. */
  MovedToProgrammeVersion: {
    readonly from: ProgrammeVersion;
    readonly to: ProgrammeVersion;
    /** The levels that are called otherwise there. */
    readonly levels: LevelNames;
    readonly reason?: Sealed;
  };
}

export const programmeVersionEventTypes = [
  'MovedToProgrammeVersion',
] as const satisfies readonly (keyof ProgrammeVersionEvents)[];
