import type { ExclusionCriterion } from '../programme/entry.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { EpisodeCommands, Termination } from './commands.ts';
import type { ReferralCloseReason } from './vocabulary.ts';

type Wishes = EpisodeCommands<Sealed>;

export interface EpisodeEvents {
  EpisodeOpened: Wishes['OpenEpisode'] & { readonly reason?: Sealed };
  Admitted: Wishes['Admit'] & {
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
  EpisodeDischarged: Wishes['DischargeEpisode'] & { readonly reason?: Sealed };
  /** Back within the same episode: an admission for all rules that ask what was brought along. */
  EpisodeReopened: Wishes['ReopenEpisode'] & {
    readonly from: string;
    readonly transitionId: string;
    readonly exclusionsOverridden?: readonly ExclusionCriterion[];
    readonly reason?: Sealed;
  };
  DeathRecorded: Wishes['RecordDeath'] & { readonly reason?: Sealed };
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
