import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveFollowUp(
  journey: OpenedJourney,
  event: CareEventOf<'FollowUpRecorded' | 'FollowUpMissed'>,
): OpenedJourney {
  switch (event.type) {
    case 'FollowUpRecorded': {
      const { reason: _sealed, ...followUp } = event.data;
      return { ...journey, followUps: [...journey.followUps, { ...followUp, eventId: event.id }] };
    }
    case 'FollowUpMissed':
      return { ...journey, followUpsMissed: [...journey.followUpsMissed, event.data] };
  }
}
