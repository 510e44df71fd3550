import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { CareEvent } from '../events.ts';
import type { Active, Journey } from '../journey.ts';
import type { OpenTransition } from './state.ts';
import { laterOf, type Instant } from '../time.ts';
import { openMove } from './open-move.ts';
import { saidBefore } from './said-before.ts';

/**
 * The appointment for the first service at the next level; it may lie at any time. The same again: no news.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, UnknownTransition, TransitionNotStarted.
 */
export function scheduleHandOff(journey: Journey, command: CommandOf<'ScheduleHandOff'>): Decision {
  const { transitionId, appointmentAt, occurredAt, reason } = command;
  const same = (event: CareEvent): boolean =>
    event.type === 'HandOffScheduled' && event.occurredAt === occurredAt && event.data.appointmentAt === appointmentAt;
  if (saidBefore(journey, transitionId, same)) return nothingNew;
  const found = openMove(journey, transitionId);
  if ('rejection' in found) return reject(found.rejection);
  if (found.open.state !== 'started') return notStarted(found.open);
  if (found.open.appointmentAt === appointmentAt) return nothingNew;

  const data = { transitionId, appointmentAt, ...(reason && { reason }) };
  return accept({ type: 'HandOffScheduled', occurredAt, data });
}

/**
 * The first attended service at the next level: this changes the level. It needs no appointment, and counts also
 * while the move waits, for the person is there. It may have been attended before the move was recorded.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, UnknownTransition, TransitionNotStarted, InTheFuture,
 * AttendedBeforeItsGround (before the collection of its first ground, or before the present stay).
 */
export function completeHandOff(journey: Journey, command: CommandOf<'CompleteHandOff'>, context: Context): Decision {
  const { transitionId, attendedAt, reason } = command;
  if (madeSo(journey, transitionId, attendedAt)) return nothingNew;
  const found = openMove(journey, transitionId);
  if ('rejection' in found) return reject(found.rejection);
  const { active, open } = found;
  if (underWay(open) === undefined) return notStarted(open);
  const ahead = inTheFuture({ attendedAt }, context.now);
  if (ahead) return reject(ahead);
  const groundAt = earliestGround(active, open);
  if (attendedAt < groundAt) return reject({ type: 'AttendedBeforeItsGround', attendedAt, groundAt });

  const { kind, from, to } = open;
  return accept({
    type: 'TransitionCompleted',
    occurredAt: attendedAt,
    data: { transitionId, kind, from, to, attendedAt, ...(reason && { reason }) },
  });
}

/**
 * The person was expected and did not come. The move stays open, and outreach follows; only a person ends it.
 * Where the next level has no place, the person did nothing wrong: the move waits for one, and the present level goes on.
 * Rejects: EpisodeNotOpened, NotAdmitted, EpisodeDischarged, UnknownTransition, TransitionNotStarted.
 */
export function failHandOff(journey: Journey, command: CommandOf<'FailHandOff'>): Decision {
  const { transitionId, reasonCode, occurredAt, reason } = command;
  const says = reasonCode === 'no-slot' ? 'TransitionWaitlisted' : 'HandOffMissed';
  if (saidBefore(journey, transitionId, (event) => event.type === says && event.occurredAt === occurredAt))
    return nothingNew;
  const found = openMove(journey, transitionId);
  if ('rejection' in found) return reject(found.rejection);
  if (found.open.state !== 'started') return notStarted(found.open);
  if (reasonCode === 'no-slot') {
    if (found.open.waitingSince !== undefined) return nothingNew;
    const data = { transitionId, level: found.open.to, ...(reason && { reason }) };
    return accept({ type: 'TransitionWaitlisted', occurredAt, data });
  }

  const times = found.open.missed + 1;
  return accept({
    type: 'HandOffMissed',
    occurredAt,
    data: { transitionId, times, reasonCode, ...(reason && { reason }) },
  });
}

const notStarted = ({ transitionId, state }: OpenTransition): Decision =>
  reject({ type: 'TransitionNotStarted', transitionId, state });

const underWay = (open: OpenTransition): OpenTransition | undefined =>
  (open.state === 'suspended' ? open.before.state : open.state) === 'started' ? open : undefined;

const madeSo = (journey: Journey, transitionId: string, attendedAt: Instant): boolean =>
  journey.status !== 'not-opened' &&
  journey.completedTransitions.some((made) => made.transitionId === transitionId && made.completedAt === attendedAt);

/** Stays never overlap, and nobody is moved for a use that was not yet there. */
function earliestGround({ uses, stay }: Active, { grounds }: OpenTransition): Instant {
  const first = uses
    .filter((use) => grounds.includes(use.useId))
    .map((use) => use.at)
    .toSorted()
    .at(0);
  return first === undefined ? stay.since : laterOf(first, stay.since);
}
