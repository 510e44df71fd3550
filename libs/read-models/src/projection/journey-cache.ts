import type { OpenedJourney } from '@stepway/pathway';

/** Journeys folded lately; the least recently used goes first. The tables' own version says whether one still holds. */
export interface JourneyCache {
  get(episodeId: string): OpenedJourney | undefined;
  set(journey: OpenedJourney): void;
}

/** @param maxEvents events folded into all journeys kept, together: what their memory grows with */
export function journeyCache(maxEvents = 400_000): JourneyCache {
  const journeys = new Map<string, OpenedJourney>();
  let events = 0;
  const drop = (episodeId: string): void => {
    events -= journeys.get(episodeId)?.version ?? 0;
    journeys.delete(episodeId);
  };
  return {
    get: (episodeId) => {
      const journey = journeys.get(episodeId);
      if (journey === undefined) return undefined;
      // A map keeps the order of insertion: put behind, it is the youngest.
      journeys.delete(episodeId);
      journeys.set(episodeId, journey);
      return journey;
    },
    set: (journey) => {
      drop(journey.episodeId);
      journeys.set(journey.episodeId, journey);
      events += journey.version;
      for (const oldest of journeys.keys()) {
        if (events <= maxEvents) return;
        drop(oldest);
      }
    },
  };
}
