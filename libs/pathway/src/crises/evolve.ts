import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

type CrisisEvent = CareEventOf<'CrisisRaised' | 'CrisisResolved'>;

export function evolveCrises(journey: OpenedJourney, event: CrisisEvent): OpenedJourney {
  const { id: eventId, occurredAt, recordedAt } = event;
  switch (event.type) {
    case 'CrisisRaised': {
      const { reason: _sealed, ...raised } = event.data;
      return { ...journey, crises: [...journey.crises, { ...raised, raisedAt: occurredAt, recordedAt, eventId }] };
    }
    case 'CrisisResolved': {
      const { crisisId, actions } = event.data;
      const resolved = { at: occurredAt, actions, recordedAt, eventId };
      const crises = journey.crises.map((crisis) => (crisis.crisisId === crisisId ? { ...crisis, resolved } : crisis));
      return { ...journey, crises };
    }
  }
}
