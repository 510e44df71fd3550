import { z } from 'zod';
import { Code } from '../scalars.ts';
import { command } from './command.ts';
import { ProgrammeVersion } from './programme-version.ts';

/** From a level to the one that takes its place, where it is called otherwise. */
export const LevelNames = z.record(Code, Code);

export const programmeVersionBodies = {
  MoveToProgrammeVersion: command({
    programme: z.union([Code, ProgrammeVersion]),
    levels: LevelNames.optional(),
  }),
};

export const programmeVersionFreeText = {};
