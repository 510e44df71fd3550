import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveInstruments(journey: OpenedJourney, event: CareEventOf<'InstrumentScored'>): OpenedJourney {
  const { reason: _sealed, ...scored } = event.data;
  const { recordedAt, id: eventId } = event;
  return { ...journey, instruments: [...journey.instruments, { ...scored, recordedAt, eventId }] };
}
