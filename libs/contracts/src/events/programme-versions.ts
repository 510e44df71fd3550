import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { reason } from './event.ts';

export const programmeVersionEvents = {
  MovedToProgrammeVersion: z.object({
    from: ProgrammeVersion,
    to: ProgrammeVersion,
    levels: z.record(z.string(), z.string()),
    ...reason,
  }),
};
