import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveReviews(journey: OpenedJourney, event: CareEventOf<'ReviewDue'>): OpenedJourney {
  const review = { level: event.data.level, at: event.occurredAt, eventId: event.id };
  return { ...journey, reviews: [...journey.reviews, review] };
}
