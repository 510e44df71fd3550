import { type Instant, type Journey, laterOf } from '@stepway/pathway';

/** A journey's own time never goes back: what another writer recorded a moment ahead of this clock came before. */
export const presentOf = (journey: Journey, now: Instant): Instant =>
  journey.status === 'not-opened' ? now : laterOf(now, journey.recordedAt);
