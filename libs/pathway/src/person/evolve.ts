import type { CareEventOf, EventType } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { PersonEvents } from './events.ts';

type PersonEventType = Extract<EventType, keyof PersonEvents>;

export function evolvePerson(journey: OpenedJourney, event: CareEventOf<PersonEventType>): OpenedJourney {
  const eventId = event.id;
  switch (event.type) {
    case 'PregnancyRecorded': {
      const { pregnancyId, from } = event.data;
      const pregnancy = { pregnancyId, from, recordedAt: event.recordedAt, eventId };
      return { ...journey, pregnancies: [...journey.pregnancies, pregnancy] };
    }
    case 'PregnancyEnded': {
      const { pregnancyId, at } = event.data;
      const pregnancies = journey.pregnancies.map((one) =>
        one.pregnancyId === pregnancyId ? { ...one, to: at, endEventId: eventId } : one,
      );
      return { ...journey, pregnancies };
    }
    case 'NaloxoneProvided': {
      const { reason: _sealed, ...provided } = event.data;
      return { ...journey, naloxone: [...journey.naloxone, { ...provided, eventId }] };
    }
    case 'LivingSituationRecorded': {
      const { reason: _sealed, ...situation } = event.data;
      return { ...journey, livingSituations: [...journey.livingSituations, { ...situation, eventId }] };
    }
  }
}
