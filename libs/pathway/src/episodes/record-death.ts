import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { EventData, NewEvent, NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { Sealed } from '../sealed.ts';
import type { Instant } from '../time.ts';
import { toldAs } from '../withdrawn-facts/without.ts';
import { endOfCare } from './end-of-care.ts';

/**
 * The person has died. It ends an open episode in the same command, and every task, timer and outreach with it (pathway
 * §8); it is never a failure of treatment. It may become known at any status, also after a discharge.
 * Rejects: EpisodeNotOpened, InTheFuture, EndsBeforeItBegins (before the referral or the present stay),
 * DeathAlreadyRecorded (with another moment, or put down to something else). A cause that was not known may be told later.
 */
export function recordDeath(journey: Journey, command: CommandOf<'RecordDeath'>, { now }: Context): Decision {
  const { at, cause, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (journey.death) return toldAgain(journey.death, command);
  const ahead = inTheFuture({ at }, now);
  if (ahead) return reject(ahead);
  if (at < presentSince(journey)) return reject({ type: 'EndsBeforeItBegins', field: 'at' });
  return accept(...died(journey, { at, cause }, now, reason));
}

function toldAgain(known: Death, { at, cause, reason }: CommandOf<'RecordDeath'>): Decision {
  if (known.at !== at) return reject({ type: 'DeathAlreadyRecorded', at: known.at });
  if (known.cause === cause || cause === 'not-known') return nothingNew;
  return known.cause === 'not-known'
    ? accept(deathRecorded({ at, cause }, reason))
    : reject({ type: 'DeathAlreadyRecorded', at });
}

type Death = Pick<EventData['DeathRecorded'], 'at' | 'cause'>;

const deathRecorded = ({ at, cause }: Death, reason: Sealed | undefined): NewEventOf<'DeathRecorded'> => ({
  type: 'DeathRecorded',
  occurredAt: at,
  data: { at, cause, ...(reason && { reason }) },
});

/** What a death leaves in the log: the death itself, and the end of what was open. */
export function died(journey: OpenedJourney, { at, cause }: Death, now: Instant, reason?: Sealed): readonly NewEvent[] {
  const death = deathRecorded({ at, cause }, reason);
  switch (journey.status) {
    case 'referred':
      return [death, { type: 'ReferralClosed', occurredAt: at, data: { at, reasonCode: 'died' } }];
    case 'active':
      return [death, ...endOfCare(journey, { at, reasonCode: 'death', againstAdvice: false }, now)];
    case 'discharged':
      return [death];
  }
}

/** Nobody dies before the present stay, or the referral, began. */
export function presentSince(journey: OpenedJourney): Instant {
  switch (journey.status) {
    case 'referred':
    case 'discharged':
      return journey.openedAt;
    case 'active':
      return journey.stay.since;
  }
}

/**
 * Nothing is asked of anyone any more. Also where only the reason of the discharge tells of a death, as in logs from before
 * deaths were recorded for themselves; not where the death was withdrawn: that person lives, and is asked after like
 * anyone who was discharged until somebody takes the episode up again.
 */
export const endedByDeath = (journey: OpenedJourney): boolean =>
  journey.death !== undefined ||
  (journey.status === 'discharged' && journey.reasonCode === 'death' && !deathWithdrawn(journey));

const deathWithdrawn = ({ withdrawnFacts, told }: OpenedJourney): boolean =>
  withdrawnFacts.some((eventId) => toldAs(told, eventId)?.type === 'DeathRecorded');
