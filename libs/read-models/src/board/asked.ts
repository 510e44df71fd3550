import type { BoardRow } from '@stepway/contracts';
import type { TransitionKind } from '@stepway/pathway';
import type { BoardFlag } from './flags.ts';

/** Few people among very many: left a level and not yet seen at the next; what waits for somebody's decision. */
export type BoardPart = 'hand-offs' | 'undecided';

export type BoardSort = 'act-by' | 'opened-at' | 'level-since' | 'episode-id' | 'hand-off-due';

export interface BoardQuery {
  readonly siteIds?: readonly string[];
  readonly programmes?: readonly string[];
  readonly levels?: readonly string[];
  /** Default: referred and active. */
  readonly statuses?: readonly BoardRow['status'][];
  /** Rows with any of them. */
  readonly flags?: readonly BoardFlag[];
  /** Default: all of them. */
  readonly among?: BoardPart;
  readonly transitionKinds?: readonly TransitionKind[];
  readonly patientIds?: readonly string[];
  /** Exactly these, of any status. */
  readonly episodeIds?: readonly string[];
  /** Default `act-by`: who must act first, then the others. */
  readonly sort?: BoardSort;
  readonly cursor?: string;
  /** Default 50. */
  readonly limit?: number;
}
