import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveSlots(journey: OpenedJourney, event: CareEventOf<'SlotOffered' | 'SlotDeclined'>): OpenedJourney {
  const { id: eventId, occurredAt, recordedAt } = event;
  switch (event.type) {
    case 'SlotOffered': {
      const { reason: _sealed, ...slot } = event.data;
      return { ...journey, slots: [...journey.slots, { ...slot, offeredAt: occurredAt, recordedAt, eventId }] };
    }
    case 'SlotDeclined': {
      const { slotId } = event.data;
      const slots = journey.slots.map((slot) => (slot.slotId === slotId ? { ...slot, declinedAt: occurredAt } : slot));
      return { ...journey, slots };
    }
  }
}
