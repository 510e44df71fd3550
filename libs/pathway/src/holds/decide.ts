import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { Hold } from './state.ts';
import type { Journey } from '../journey.ts';
import { toldAgain } from '../told-again.ts';
import { plusDays } from '../time.ts';

export const activeHold = (journey: Exclude<Journey, { status: 'not-opened' }>): Hold | undefined =>
  journey.holds.find((hold) => hold.endedAt === undefined);

/**
 * Pauses automatic moves, for a reason and for a limited time. The same id with a later end renews it,
 * and that, like another hold while one is on, takes a second person.
 * Rejects: EpisodeNotOpened, EpisodeDischarged, ReasonRequired, EndsBeforeItBegins, HoldTooLong, HoldConflict,
 * HoldNeedsSecondPerson.
 */
export function placeHold(journey: Journey, command: CommandOf<'PlaceHold'>, context: Context): Decision {
  const { holdId, until, occurredAt, reason, actor } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.holds.find((hold) => hold.holdId === holdId);
  if (known?.until === until || toldAgain(journey, command, 'HoldPlaced', { holdId, until })) return nothingNew;
  if (journey.status === 'discharged') return reject({ type: 'EpisodeDischarged' });

  const latest = plusDays(occurredAt, context.programme.holdMaximumDays);
  const shortens = known !== undefined && until < known.until;
  if (reason === undefined) return reject({ type: 'ReasonRequired' });
  if (until <= occurredAt) return reject({ type: 'EndsBeforeItBegins', field: 'until' });
  if (until > latest) return reject({ type: 'HoldTooLong', until, latest });
  if (known?.endedAt !== undefined || shortens) return reject({ type: 'HoldConflict', holdId });
  const standing = known ?? activeHold(journey);
  if (standing?.placedBy === actor.id) return reject({ type: 'HoldNeedsSecondPerson', holdId: standing.holdId });

  return accept({ type: 'HoldPlaced', occurredAt, data: { holdId, until, reason } });
}

/** Ends a hold before its time. Ended already: no news. Rejects: EpisodeNotOpened, UnknownHold. */
export function releaseHold(journey: Journey, command: CommandOf<'ReleaseHold'>): Decision {
  const { holdId, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const hold = journey.holds.find((known) => known.holdId === holdId);
  if (hold === undefined) return reject({ type: 'UnknownHold', holdId });
  if (hold.endedAt !== undefined) return nothingNew;

  return accept({ type: 'HoldReleased', occurredAt, data: { holdId, cause: 'released', ...(reason && { reason }) } });
}
