import { ageGroups, deathCauses, dischargeReasons, priorities, referralCloseReasons } from '@stepway/pathway';
import { z } from 'zod';
import { Code, FreeText, Instant, Uuid } from '../scalars.ts';
import { command } from './command.ts';
import { Leaving, Termination } from './discharge.ts';
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
    requestedAt: Instant.optional(),
    previousEpisodeId: Uuid.optional(),
  }),
  Admit: command({ level: Code, attendedAt: Instant }),
  CloseReferral: command({ at: Instant, reasonCode: z.enum(referralCloseReasons) }),
  DischargeEpisode: command({
    at: Instant,
    reasonCode: z.enum(dischargeReasons),
    destination: FreeText.optional(),
    againstAdvice: z.boolean().default(false),
    leaving: Leaving.optional(),
    termination: Termination.optional(),
  }),
  ReopenEpisode: command({ level: Code, attendedAt: Instant }),
  RecordDeath: command({ at: Instant, cause: z.enum(deathCauses).default('not-known') }),
};

export const episodeFreeText = {
  DischargeEpisode: ['destination'],
};
