import type { JourneyView } from '@stepway/contracts';
import type { OpenedJourney } from '@stepway/pathway';

/** A wish to end the episode for the programme, while it waits for a second person. */
export function terminationView(journey: OpenedJourney): JourneyView['termination'] {
  if (journey.status !== 'active' || journey.terminationRequest === undefined) return null;
  const { by, requestedAt, lapsesAt } = journey.terminationRequest;
  return { requestedBy: by, requestedAt, lapsesAt };
}
