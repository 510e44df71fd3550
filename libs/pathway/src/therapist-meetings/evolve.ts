import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

export function evolveTherapistMeetings(
  journey: OpenedJourney,
  { id: eventId, recordedAt, data }: CareEventOf<'TherapistMeetingRecorded'>,
): OpenedJourney {
  const { reason: _sealed, ...meeting } = data;
  const earlier = journey.therapistMeetings.filter(({ heldAt }) => heldAt <= meeting.heldAt);
  const later = journey.therapistMeetings.filter(({ heldAt }) => heldAt > meeting.heldAt);
  return { ...journey, therapistMeetings: [...earlier, { ...meeting, eventId, recordedAt }, ...later] };
}
