import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { askedOrDoneSince, openTask } from '../tasks/open.ts';
import { plusHours } from '../time.ts';
import type { TherapistMeeting } from './state.ts';

/** Where the meeting finds that the person's needs have changed, all dimensions are assessed again. */
export function meetingsOwed(journey: OpenedJourney): readonly Owed[] {
  const last = journey.status === 'active' ? lastOfStay(journey) : undefined;
  if (last?.outcome !== 'reassess' || askedOrDoneSince(journey, 'reassessment', last.recordedAt)) return [];
  const { meetingId: subject, recordedAt, eventId } = last;
  return [
    {
      at: recordedAt,
      cause: 'now',
      subject,
      make: ({ now, programme }) => {
        const dueAt = plusHours(now, programme.deadlines.reviewHours);
        const asked = { kind: 'reassessment', role: 'therapist', subject, dueAt } as const;
        return [{ ...openTask(journey, asked, now), causedBy: eventId }];
      },
    },
  ];
}

export const lastOfStay = ({ therapistMeetings, stay }: Active): TherapistMeeting | undefined =>
  therapistMeetings.findLast(({ heldAt }) => heldAt >= stay.since);
