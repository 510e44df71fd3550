import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import type { StartedTransition } from '../transitions/state.ts';

type WaitingEvent = CareEventOf<
  'EpisodeWaitlisted' | 'InterimServiceRecorded' | 'TransitionWaitlisted' | 'TransitionPlaceFound'
>;

export function evolveWaiting(journey: OpenedJourney, event: WaitingEvent): OpenedJourney {
  switch (event.type) {
    case 'EpisodeWaitlisted': {
      const { level, priority } = event.data;
      return { ...journey, waitlisted: { level, priority } };
    }
    case 'InterimServiceRecorded': {
      const { reason: _, ...service } = event.data;
      return { ...journey, interimServices: [...journey.interimServices, { ...service, eventId: event.id }] };
    }
    case 'TransitionWaitlisted':
      return ofMove(journey, event.data.transitionId, ({ appointmentAt: _none, slotId: _lost, ...open }) => ({
        ...open,
        waitingSince: event.recordedAt,
        // Where a place was declined, others that are kept since somebody said that there was none still count.
        ...(event.actor.kind !== 'rule' && { placesBefore: journey.slots.length }),
      }));
    case 'TransitionPlaceFound': {
      const { transitionId, slotId, ...deadline } = event.data;
      const startsAt = journey.slots.find((slot) => slot.slotId === slotId)?.startsAt;
      return ofMove(journey, transitionId, ({ waitingSince: _waited, targetAt: _before, ...open }) => ({
        ...open,
        ...deadline,
        overdueSaid: false,
        slotId,
        ...(startsAt !== undefined && { appointmentAt: startsAt }),
      }));
    }
  }
}

function ofMove(
  journey: OpenedJourney,
  transitionId: string,
  change: (open: StartedTransition) => StartedTransition,
): OpenedJourney {
  if (journey.status !== 'active') return journey;
  const open = journey.transition;
  if (open?.transitionId !== transitionId || open.state !== 'started') return journey;
  return { ...journey, transition: change(open) };
}
