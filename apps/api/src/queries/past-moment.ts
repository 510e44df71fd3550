import type { Instant } from '@stepway/pathway';
import type { PastMoment, Sense } from '@stepway/read-models';

interface Asked {
  readonly asOf?: Instant | undefined;
  readonly sense?: Sense | undefined;
}

/** The moment of the past that was asked for, by what was known then unless it says otherwise; undefined for now. */
export const pastMoment = ({ asOf, sense = 'known' }: Asked): PastMoment | undefined =>
  asOf === undefined ? undefined : { asOf, sense };
