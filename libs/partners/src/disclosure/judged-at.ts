import { laterOf, type Instant, type OpenedJourney } from '@stepway/pathway';

/**
 * The moment at which consents over a journey are judged: now, and never before what it has on record. By a clock that
 * is behind the one that recorded a revocation, the consent would hold on.
 */
export const judgedAt = (now: Instant, { recordedAt }: Pick<OpenedJourney, 'recordedAt'>): Instant =>
  laterOf(now, recordedAt);
