import type { CareEventOf } from '../events.ts';
import type { Hold } from './state.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveHolds(journey: OpenedJourney, event: CareEventOf<'HoldPlaced' | 'HoldReleased'>): OpenedJourney {
  switch (event.type) {
    case 'HoldPlaced': {
      const { holdId, until } = event.data;
      // A renewal: the same hold, longer, now on the word of the second person.
      const renewed = journey.holds.find((hold) => hold.holdId === holdId);
      const hold: Hold = { holdId, placedAt: renewed?.placedAt ?? event.occurredAt, placedBy: event.actor.id, until };
      return { ...journey, holds: [...journey.holds.filter((other) => other.holdId !== holdId), hold] };
    }
    case 'HoldReleased': {
      const holds = journey.holds.map((hold): Hold =>
        hold.holdId === event.data.holdId ? { ...hold, endedAt: event.occurredAt } : hold,
      );
      return { ...journey, holds };
    }
  }
}
