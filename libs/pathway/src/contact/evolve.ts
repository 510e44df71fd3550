import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

type ContactEvent = CareEventOf<'OutreachRecorded' | 'ContactLost'>;

export function evolveContact(journey: OpenedJourney, event: ContactEvent): OpenedJourney {
  switch (event.type) {
    case 'OutreachRecorded': {
      const { reason: _, ...told } = event.data;
      const outreach = { ...told, recordedAt: event.recordedAt, eventId: event.id };
      return { ...journey, outreach: [...journey.outreach, outreach] };
    }
    case 'ContactLost':
      return { ...journey, lostContact: [...journey.lostContact, { ...event.data, eventId: event.id }] };
  }
}
