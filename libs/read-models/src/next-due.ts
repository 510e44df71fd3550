import type { BoardRow } from '@stepway/contracts';
import { due, type Context, type OpenedJourney } from '@stepway/pathway';

/** What the journey's run waits for. */
export function nextDue(journey: OpenedJourney, context: Context): BoardRow['nextDue'] {
  const next = due(journey, context);
  return next === undefined ? null : { at: next.at, cause: next.cause };
}
