import type { Instant } from '../time.ts';
import type { CrisisAction, CrisisKind } from './vocabulary.ts';

export interface Crisis {
  readonly crisisId: string;
  readonly kind: CrisisKind;
  readonly raisedAt: Instant;
  readonly recordedAt: Instant;
  readonly eventId: string;
  readonly actions: readonly CrisisAction[];
  readonly encounterId?: string;
  readonly resolved?: {
    readonly at: Instant;
    readonly actions: readonly CrisisAction[];
    readonly recordedAt: Instant;
    readonly eventId: string;
  };
}

export interface CrisesState {
  /** As they were raised. */
  readonly crises: readonly Crisis[];
}

export const noCrises: CrisesState = { crises: [] };

/** The first crisis that nobody has resolved. */
export const openCrisis = ({ crises }: CrisesState): Crisis | undefined =>
  crises.find(({ resolved }) => resolved === undefined);
