import type { Instant } from '../time.ts';

export type EpisodeRejection =
  | { readonly type: 'EpisodeNotOpened' }
  | { readonly type: 'EpisodeAlreadyOpened' }
  /** The person has an open episode already (held by a claim). */
  | { readonly type: 'EpisodeAlreadyOpen' }
  | { readonly type: 'EpisodeDischarged' }
  | { readonly type: 'NotAdmitted' }
  | { readonly type: 'AlreadyAdmitted'; readonly level: string }
  /** A stay in detox is not an episode: the person goes on to the next level, or leaves. */
  | { readonly type: 'DetoxIsNotAnEpisode' }
  | { readonly type: 'DrugTestIsNoGroundForDischarge' }
  | { readonly type: 'DeathAlreadyRecorded'; readonly at: Instant };
