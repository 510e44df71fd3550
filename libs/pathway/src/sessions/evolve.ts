import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Session } from './state.ts';

export function evolveSessions(journey: OpenedJourney, event: CareEventOf<'SessionRecorded'>): OpenedJourney {
  const { reason: _, ...told } = event.data;
  const session: Session = { ...told, recordedAt: event.recordedAt, eventId: event.id };
  return { ...journey, sessions: [...journey.sessions, session] };
}
