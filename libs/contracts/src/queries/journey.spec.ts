import { externalEncounterEvents } from '../events/external-encounters.ts';
import { EpisodeView } from './journey.ts';

describe('the page of a journey', () => {
  it('can show of care elsewhere whatever the log may hold: an empty list made whole journeys unreadable', () => {
    const { externalEncounters } = EpisodeView.shape;
    const encounter = { encounterId: 'e1', kind: 'hospital', from: '2026-11-20T09:10:00.000Z' };
    for (const list of [[], 'none', [{ medication: 'morphine' }], undefined]) {
      const told = { ...encounter, ...(list !== undefined && { drugsGiven: list }) };
      expect(externalEncounterEvents.ExternalEncounterRecorded.safeParse(told).success).toBe(true);
      expect(externalEncounters.safeParse([told])).toEqual({ success: true, data: [told] });
    }
  });
});
