import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';

/** A hold ends by itself at the time that was said, while there are moves that it could pause. */
export function holdsOwed(journey: OpenedJourney): readonly Owed[] {
  if (journey.status === 'discharged') return [];
  return journey.holds
    .filter((hold) => hold.endedAt === undefined)
    .map(({ holdId, until }) => ({
      at: until,
      cause: 'hold',
      subject: holdId,
      make: () => [{ type: 'HoldReleased', occurredAt: until, data: { holdId, cause: 'ended' } }],
    }));
}
