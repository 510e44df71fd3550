import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { ageGroupAt } from '../person/age.ts';
import type { Rejection } from '../rejections.ts';
import { sameContent } from '../same-content.ts';
import type { Session, SessionTold } from './state.ts';

/**
 * Records one session, also before admission and after discharge: facts come late. What was told wrongly is taken out
 * and told again; the same session told otherwise is a conflict.
 * Adolescents are among themselves, and adults too (article 004).
 * Rejects: EpisodeNotOpened, InTheFuture, SessionConflict, GroupForOtherAge.
 */
export function recordSession(journey: Journey, command: CommandOf<'RecordSession'>, context: Context): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { type: _t, commandId: _c, actor: _a, occurredAt, reason, ...told } = command;

  const known = journey.sessions.find(({ sessionId }) => sessionId === told.sessionId);
  if (known)
    return saysTheSame(known, told) ? nothingNew : reject({ type: 'SessionConflict', sessionId: told.sessionId });
  const refused = inTheFuture({ startedAt: told.startedAt }, context.now) ?? groupOfOtherAge(journey, told, context);
  if (refused) return reject(refused);

  return accept({ type: 'SessionRecorded', occurredAt, data: { ...told, ...(reason && { reason }) } });
}

function groupOfOtherAge(
  journey: OpenedJourney,
  { groupId, startedAt }: SessionTold,
  { calendar }: Context,
): Rejection | undefined {
  const group = calendar.groups?.find((one) => one.groupId === groupId);
  if (group === undefined || group.age === ageGroupAt(journey, startedAt, calendar)) return undefined;
  return { type: 'GroupForOtherAge', groupId: group.groupId, age: group.age };
}

function saysTheSame(known: Session, told: SessionTold): boolean {
  const { recordedAt: _r, eventId: _e, ...before } = known;
  return sameContent(before, told);
}
