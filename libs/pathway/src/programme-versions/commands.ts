import type { ProgrammeVersion } from '../episodes/commands.ts';

/** From a level to the one that takes its place. */
export type LevelNames = Readonly<Record<string, string>>;

export interface ProgrammeVersionCommands {
  MoveToProgrammeVersion: {
    readonly programme: ProgrammeVersion;
    /** Where a level is called otherwise there. */
    readonly levels?: LevelNames;
  };
}

export const programmeVersionCommandTypes = [
  'MoveToProgrammeVersion',
] as const satisfies readonly (keyof ProgrammeVersionCommands)[];
