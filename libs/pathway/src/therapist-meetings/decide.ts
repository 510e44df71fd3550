import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey } from '../journey.ts';

/**
 * Records the meeting in which therapist and person look at the goals together: it says whether all are achieved, and
 * less support waits for it (pathway §7; article 004). Told again: no news.
 * Rejects: EpisodeNotOpened, InTheFuture, MeetingConflict (known, with another outcome or time).
 */
export function recordTherapistMeeting(
  journey: Journey,
  { meetingId, heldAt, outcome, occurredAt, reason }: CommandOf<'RecordTherapistMeeting'>,
  context: Context,
): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.therapistMeetings.find((meeting) => meeting.meetingId === meetingId);
  if (known) {
    const same = known.heldAt === heldAt && known.outcome === outcome;
    return same ? nothingNew : reject({ type: 'MeetingConflict', meetingId });
  }
  const ahead = inTheFuture({ heldAt }, context.now);
  if (ahead) return reject(ahead);

  const data = { meetingId, heldAt, outcome, ...(reason && { reason }) };
  return accept({ type: 'TherapistMeetingRecorded', occurredAt, data });
}
