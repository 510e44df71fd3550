import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import type { AgeGroup, DischargeReason, Priority } from '../vocabulary.ts';
import type { ProgrammeVersion } from './commands.ts';

export interface EpisodeEvents {
  EpisodeOpened: {
    readonly patientId: string;
    readonly programme: ProgrammeVersion;
    readonly siteId: string;
    readonly entryLevel: string;
    readonly ageGroup: AgeGroup;
    readonly referralSource?: string;
    readonly priority?: Priority;
    readonly previousEpisodeId?: string;
    readonly reason?: Sealed;
  };
  Admitted: { readonly level: string; readonly attendedAt: Instant; readonly reason?: Sealed };
  EpisodeDischarged: {
    readonly at: Instant;
    readonly reasonCode: DischargeReason;
    readonly destination?: Sealed;
    readonly againstAdvice: boolean;
    readonly reason?: Sealed;
  };
}

export const episodeEventTypes = [
  'EpisodeOpened',
  'Admitted',
  'EpisodeDischarged',
] as const satisfies readonly (keyof EpisodeEvents)[];
