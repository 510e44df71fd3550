import {
  ageGroups,
  deathCauses,
  dischargeReasons,
  exclusionCriteria,
  priorities,
  referralCloseReasons,
} from '@stepway/pathway';
import { z } from 'zod';
import { Leaving, Termination } from '../commands/discharge.ts';
import { ProgrammeVersion } from '../commands/programme-version.ts';
import { Instant, LocalDate, Sealed } from '../scalars.ts';
import { reason } from './event.ts';

export const episodeEvents = {
  EpisodeOpened: z.object({
    patientId: z.string(),
    programme: ProgrammeVersion,
    siteId: z.string(),
    entryLevel: z.string(),
    ageGroup: z.enum(ageGroups),
    turns18On: LocalDate.optional(),
    referralSource: z.string().optional(),
    priority: z.enum(priorities).optional(),
    requestedAt: Instant.optional(),
    previousEpisodeId: z.string().optional(),
    ...reason,
  }),
  Admitted: z.object({
    level: z.string(),
    attendedAt: Instant,
    exclusionsOverridden: z.array(z.enum(exclusionCriteria)).readonly().optional(),
    ...reason,
  }),
  ReferralClosed: z.object({ at: Instant, reasonCode: z.enum([...referralCloseReasons, 'died']), ...reason }),
  TerminationRequested: z.object({
    at: Instant,
    termination: Termination,
    destination: Sealed.optional(),
    lapsesAt: Instant,
    ...reason,
  }),
  TerminationLapsed: z.object({ requestId: z.string() }),
  EpisodeDischarged: z.object({
    at: Instant,
    reasonCode: z.enum(dischargeReasons),
    destination: Sealed.optional(),
    againstAdvice: z.boolean(),
    leaving: Leaving.optional(),
    termination: Termination.optional(),
    ...reason,
  }),
  EpisodeReopened: z.object({
    level: z.string(),
    attendedAt: Instant,
    from: z.string(),
    transitionId: z.string(),
    exclusionsOverridden: z.array(z.enum(exclusionCriteria)).readonly().optional(),
    ...reason,
  }),
  DeathRecorded: z.object({ at: Instant, cause: z.enum(deathCauses), ...reason }),
};
