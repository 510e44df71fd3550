import type { LocalDate } from '../calendar.ts';
import type { Instant } from '../time.ts';
import type { Termination } from './commands.ts';
import type { AgeGroup, Role } from '../vocabulary.ts';

export type EpisodeRejection =
  | { readonly type: 'EpisodeNotOpened' }
  | { readonly type: 'EpisodeAlreadyOpened' }
  /** The person has an open episode already (held by a claim). */
  | { readonly type: 'EpisodeAlreadyOpen' }
  | { readonly type: 'EpisodeDischarged' }
  | { readonly type: 'NotAdmitted' }
  /** The level is for another age. */
  | { readonly type: 'LevelNotForAge'; readonly level: string; readonly age: AgeGroup }
  /** What the assessment found speaks against the level; a medical role may admit all the same, for a reason. */
  | {
      readonly type: 'ExclusionHolds';
      readonly level: string;
      readonly exclusions: readonly string[];
      readonly needs: readonly Role[];
    }
  | { readonly type: 'AlreadyAdmitted'; readonly level: string }
  /** A stay in detox is not an episode: the person goes on to the next level, or leaves. */
  | { readonly type: 'DetoxIsNotAnEpisode' }
  | { readonly type: 'DrugTestIsNoGroundForDischarge' }
  /** The programme ends an episode only after these steps. */
  | { readonly type: 'TerminationIncomplete'; readonly missing: readonly (keyof Termination)[] }
  /** Against advice is how a person leaves; this reason is not one for which a person does. */
  | { readonly type: 'NotPatientDirected'; readonly reasonCode: string }
  | { readonly type: 'DeathAlreadyRecorded'; readonly at: Instant }
  | { readonly type: 'NotDischarged' }
  | { readonly type: 'PersonDied'; readonly at: Instant }
  | { readonly type: 'ReturnsBeforeDischarge'; readonly dischargedAt: Instant }
  /** The episode ended for good: a new one is opened, linked to this. `latest` is a day of the site. */
  | {
      readonly type: 'ReturnTooLate';
      readonly lastServiceAt: Instant;
      readonly latest: LocalDate;
      readonly previousEpisodeId: string;
    };
