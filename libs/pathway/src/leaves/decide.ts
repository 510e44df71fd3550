import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { judgeAgain } from '../drug-testing/judge-again.ts';
import type { NewEvent, NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import { plusHours, type Instant } from '../time.ts';
import { levelAt, levelThen } from '../transitions/level-of.ts';
import { endOfLeave, leaveAt } from './clock.ts';
import type { Leave } from './state.ts';

/**
 * The person leaves for a while and the stay goes on (pathway §8). Told again with another expected return, that
 * holds. Rejects: EpisodeNotOpened, NotAdmitted (or not yet, at that time), EpisodeDischarged, InTheFuture,
 * EndsBeforeItBegins, LeaveConflict, LeaveOverlaps, ExpectedReturnRequired, PassNotOffered, PassTooLong.
 */
export function startLeave(journey: Journey, command: CommandOf<'StartLeave'>, context: Context): Decision {
  const { leaveId, kind, at, expectedReturnAt, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.leaves.find((leave) => leave.leaveId === leaveId);
  if (known && (known.kind !== kind || known.startedAt !== at)) return reject({ type: 'LeaveConflict', leaveId });
  if (known && (expectedReturnAt === undefined || known.expectedReturns.includes(expectedReturnAt))) return nothingNew;
  const refused = known?.ended
    ? ({ type: 'LeaveConflict', leaveId } as const)
    : (refusedAtThatTime(journey, command, known) ??
      inTheFuture({ at }, context.now) ??
      refusedAsAsked(journey, command, context.programme));
  if (refused) return reject(refused);

  const data = { leaveId, kind, at, ...(expectedReturnAt && { expectedReturnAt }), ...(reason && { reason }) };
  const started: NewEventOf<'LeaveStarted'> = { type: 'LeaveStarted', occurredAt: known ? occurredAt : at, data };
  return accept(started, ...judgedAgain(journey, started, command, context, at));
}

function refusedAtThatTime(
  journey: OpenedJourney,
  { at }: CommandOf<'StartLeave'>,
  known: Leave | undefined,
): Rejection | undefined {
  const [admission] = journey.stays;
  if (admission === undefined || at < admission.since) return { type: 'NotAdmitted' };
  if (journey.status === 'discharged' && at >= journey.dischargedAt) return { type: 'EpisodeDischarged' };
  const other = leaveAt(journey, at);
  return other && other !== known ? { type: 'LeaveOverlaps', leaveId: other.leaveId } : undefined;
}

function refusedAsAsked(
  journey: OpenedJourney,
  { kind, at, expectedReturnAt }: CommandOf<'StartLeave'>,
  programme: Programme,
): Rejection | undefined {
  if (expectedReturnAt !== undefined && expectedReturnAt <= at)
    return { type: 'EndsBeforeItBegins', field: 'expectedReturnAt' };
  if (kind === 'hospital' || kind === 'jail') return undefined;
  if (expectedReturnAt === undefined) return { type: 'ExpectedReturnRequired', kind };
  if (kind === 'other') return undefined;
  const level = levelAt(journey, at);
  const { maximumPassHours } = levelThen(journey, level, programme).leave;
  if (maximumPassHours === undefined) return { type: 'PassNotOffered', level };
  const latest = plusHours(at, maximumPassHours);
  return expectedReturnAt > latest ? { type: 'PassTooLong', until: expectedReturnAt, latest } : undefined;
}

/**
 * The person is back. Rejects: EpisodeNotOpened, UnknownLeave, InTheFuture, EndsBeforeItBegins,
 * LeaveConflict (back already, at another moment), LeaveOverlaps (on the next leave by then).
 */
export function endLeave(journey: Journey, command: CommandOf<'EndLeave'>, context: Context): Decision {
  const { leaveId, at, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const leave = journey.leaves.find((known) => known.leaveId === leaveId);
  if (leave === undefined) return reject({ type: 'UnknownLeave', leaveId });
  const ahead = inTheFuture({ at }, context.now);
  if (ahead) return reject(ahead);
  if (at < leave.startedAt) return reject({ type: 'EndsBeforeItBegins', field: 'at' });
  if (leave.ended?.at === at) return nothingNew;
  // Discharged while away, as far as was known: a return before that may still become known.
  if (leave.ended && (leave.ended.cause !== 'discharged' || at > leave.ended.at))
    return reject({ type: 'LeaveConflict', leaveId });
  const latest = endOfLeave(leave, journey);
  const next = journey.leaves.find(({ startedAt }) => startedAt === latest);
  if (latest !== undefined && at > latest && next) return reject({ type: 'LeaveOverlaps', leaveId: next.leaveId });

  const ended: NewEventOf<'LeaveEnded'> = {
    type: 'LeaveEnded',
    occurredAt: at,
    data: { leaveId, at, cause: 'returned', ...(reason && { reason }) },
  };
  return accept(ended, ...judgedAgain(journey, ended, command, context, leave.startedAt));
}

/** What a hospital gave may explain a result (pathway §4, rule 12): a stay there, and its end, judge those since it again. */
export function judgedAgain(
  journey: OpenedJourney,
  told: NewEventOf<'LeaveStarted' | 'LeaveEnded'>,
  recorder: Parameters<typeof foldAhead>[2],
  context: Context,
  since: Instant,
): readonly NewEvent[] {
  const after = foldAhead(journey, [told], recorder, context);
  const leave = after.leaves.find(({ leaveId }) => leaveId === told.data.leaveId);
  return leave?.kind === 'hospital' ? judgeAgain(after, context, 1, since) : [];
}
