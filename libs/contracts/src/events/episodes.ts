import { ageGroups, dischargeReasons, priorities } from '@stepway/pathway';
import { z } from 'zod';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant, Sealed } from '../scalars.ts';
import { reason } from './event.ts';

export const episodeEvents = {
  EpisodeOpened: z.object({
    patientId: z.string(),
    programme: ProgrammeVersion,
    siteId: z.string(),
    entryLevel: z.string(),
    ageGroup: z.enum(ageGroups),
    referralSource: z.string().optional(),
    priority: z.enum(priorities).optional(),
    previousEpisodeId: z.string().optional(),
    ...reason,
  }),
  Admitted: z.object({ level: z.string(), attendedAt: Instant, ...reason }),
  EpisodeDischarged: z.object({
    at: Instant,
    reasonCode: z.enum(dischargeReasons),
    destination: Sealed.optional(),
    againstAdvice: z.boolean(),
    ...reason,
  }),
};
