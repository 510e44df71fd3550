import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey } from '../journey.ts';
import type { Session } from '../sessions/state.ts';

/**
 * Records one session, also before admission and after discharge: facts come late.
 * Rejects: EpisodeNotOpened, InTheFuture, SessionConflict (the same session, told otherwise).
 */
export function recordSession(journey: Journey, command: CommandOf<'RecordSession'>, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { sessionId, sessionType, startedAt, minutes, attendance, occurredAt, reason } = command;
  const session: Session = { sessionId, sessionType, startedAt, minutes, attendance };

  const known = journey.sessions.find((other) => other.sessionId === sessionId);
  if (known) return sameSession(known, session) ? nothingNew : reject({ type: 'SessionConflict', sessionId });
  const ahead = inTheFuture({ startedAt }, context.now);
  if (ahead) return reject(ahead);

  return accept({ type: 'SessionRecorded', occurredAt, data: { ...session, ...(reason && { reason }) } });
}

const sameSession = (a: Session, b: Session): boolean =>
  a.sessionType === b.sessionType &&
  a.startedAt === b.startedAt &&
  a.minutes === b.minutes &&
  a.attendance === b.attendance;
