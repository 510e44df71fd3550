import type { ExclusionCriterion } from '../programme/entry.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { LocalDate } from '../calendar.ts';
import type { AgeGroup, DischargeReason, Priority } from '../vocabulary.ts';
import type { Leaving, ProgrammeVersion, Termination } from './commands.ts';
import type { DeathCause, ReferralCloseReason } from './vocabulary.ts';

export interface EpisodeEvents {
  EpisodeOpened: {
    readonly patientId: string;
    readonly programme: ProgrammeVersion;
    readonly siteId: string;
    readonly entryLevel: string;
    readonly ageGroup: AgeGroup;
    /** Of adolescents; read from the sealed identity, so that no birth date stands in the log. */
    readonly turns18On?: LocalDate;
    readonly referralSource?: string;
    readonly priority?: Priority;
    readonly requestedAt?: Instant;
    readonly previousEpisodeId?: string;
    readonly reason?: Sealed;
  };
  Admitted: {
    readonly level: string;
    readonly attendedAt: Instant;
    /** Exclusions that held, for which a medical role gave the reason. */
    readonly exclusionsOverridden?: readonly ExclusionCriterion[];
    readonly reason?: Sealed;
  };
  /** Never admitted: nobody is discharged. `died`: a death was recorded while the person waited. */
  ReferralClosed: {
    readonly at: Instant;
    readonly reasonCode: ReferralCloseReason | 'died';
    readonly reason?: Sealed;
  };
  /** One person wishes to end the episode for the programme: it goes on until a second one does too. */
  TerminationRequested: {
    readonly at: Instant;
    readonly termination: Termination;
    readonly destination?: Sealed;
    readonly lapsesAt: Instant;
    readonly reason?: Sealed;
  };
  /** Nobody joined in time: the episode goes on. */
  TerminationLapsed: { readonly requestId: string };
  EpisodeDischarged: {
    readonly at: Instant;
    readonly reasonCode: DischargeReason;
    readonly destination?: Sealed;
    readonly againstAdvice: boolean;
    readonly leaving?: Leaving;
    readonly termination?: Termination;
    readonly reason?: Sealed;
  };
  /** Back within the same episode: an admission for all rules that ask what was brought along. */
  EpisodeReopened: {
    readonly level: string;
    readonly attendedAt: Instant;
    readonly from: string;
    readonly transitionId: string;
    readonly exclusionsOverridden?: readonly ExclusionCriterion[];
    readonly reason?: Sealed;
  };
  DeathRecorded: { readonly at: Instant; readonly cause: DeathCause; readonly reason?: Sealed };
}

export const episodeEventTypes = [
  'EpisodeOpened',
  'Admitted',
  'ReferralClosed',
  'TerminationRequested',
  'TerminationLapsed',
  'EpisodeDischarged',
  'DeathRecorded',
  'EpisodeReopened',
] as const satisfies readonly (keyof EpisodeEvents)[];
