import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveSessions(journey: OpenedJourney, event: CareEventOf<'SessionRecorded'>): OpenedJourney {
  const { reason: _, ...session } = event.data;
  return { ...journey, sessions: [...journey.sessions, session] };
}
