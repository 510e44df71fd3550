import { ageGroups, dischargeReasons, priorities } from '@stepway/pathway';
import { z } from 'zod';
import { Code, FreeText, Instant, Uuid } from '../scalars.ts';
import { command } from './command.ts';
import { ProgrammeVersion } from './programme-version.ts';

export const episodeBodies = {
  OpenEpisode: command({
    patientId: Uuid,
    programme: z.union([Code, ProgrammeVersion]),
    siteId: Code,
    entryLevel: Code,
    ageGroup: z.enum(ageGroups),
    referralSource: Code.optional(),
    priority: z.enum(priorities).optional(),
    previousEpisodeId: Uuid.optional(),
  }),
  Admit: command({ level: Code, attendedAt: Instant }),
  DischargeEpisode: command({
    at: Instant,
    reasonCode: z.enum(dischargeReasons),
    destination: FreeText.optional(),
    againstAdvice: z.boolean().default(false),
  }),
};

export const episodeFreeText = {
  DischargeEpisode: ['destination'],
};
