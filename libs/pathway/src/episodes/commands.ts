import type { Instant } from '../time.ts';
import type { LocalDate } from '../calendar.ts';
import type { AgeGroup, DischargeReason, Priority } from '../vocabulary.ts';
import type { DeathCause, ReferralCloseReason, StepTaken } from './vocabulary.ts';

/** `latest` is resolved when the episode is opened; afterwards the journey stays on its version. */
export interface ProgrammeVersion {
  readonly id: string;
  readonly version: number;
}

/** Patient-directed discharge: what was done before the person left. What is left out was not recorded. */
export interface Leaving {
  readonly attemptToRetain?: StepTaken;
  readonly capacity?: StepTaken;
  readonly naloxone?: StepTaken;
  readonly medicationBridge?: StepTaken;
  readonly lowerLevelOffered?: StepTaken;
}

/** Ended by the programme: each step must be on record before it ends. */
export interface Termination {
  readonly warnedAt?: Instant;
  readonly referral?: StepTaken;
  readonly medicationPlan?: StepTaken;
  readonly appealInformation?: StepTaken;
}

export interface EpisodeCommands<Text> {
  OpenEpisode: {
    readonly patientId: string;
    readonly programme: ProgrammeVersion;
    readonly siteId: string;
    readonly entryLevel: string;
    readonly ageGroup: AgeGroup;
    /** Of adolescents; read from the sealed identity, so that no birth date stands in the log. */
    readonly turns18On?: LocalDate;
    readonly referralSource?: string;
    readonly priority?: Priority;
    /** When care was asked for, if earlier: the waiting list's clocks run from here. */
    readonly requestedAt?: Instant;
    readonly previousEpisodeId?: string;
  };
  Admit: { readonly level: string; readonly attendedAt: Instant };
  CloseReferral: { readonly at: Instant; readonly reasonCode: ReferralCloseReason };
  DischargeEpisode: {
    readonly at: Instant;
    readonly reasonCode: DischargeReason;
    readonly destination?: Text;
    /** Patient-directed discharge. */
    readonly againstAdvice: boolean;
    readonly leaving?: Leaving;
    readonly termination?: Termination;
  };
  RecordDeath: { readonly at: Instant; readonly cause: DeathCause };
  /** The first attended service of the return. */
  ReopenEpisode: { readonly level: string; readonly attendedAt: Instant };
}

export const episodeCommandTypes = [
  'OpenEpisode',
  'Admit',
  'CloseReferral',
  'DischargeEpisode',
  'RecordDeath',
  'ReopenEpisode',
] as const satisfies readonly (keyof EpisodeCommands<unknown>)[];
