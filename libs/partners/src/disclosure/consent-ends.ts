import type { ConsentEndCause, Partner } from '@stepway/contracts';
import {
  lastVersion,
  type CareEvent,
  type CareEventOf,
  type Consent,
  type EventType,
  type Instant,
  type Journey,
} from '@stepway/pathway';
import { allowsAnything } from './disclose.ts';

/** A consent by which nothing more is told to a partner, and the event that ended it. */
export interface ConsentEnd {
  readonly consentId: string;
  readonly endedAt: Instant;
  readonly cause: ConsentEndCause;
}

/** Events that may end a consent; a fact that is taken back may have been one. */
export const endingTypes: ReadonlySet<EventType> = new Set([
  'ConsentGiven',
  'ConsentRevoked',
  'ConsentExpired',
  'EpisodeDischarged',
  'DeathRecorded',
  'FactWithdrawn',
]);

/**
 * The consents that this event may have ended for a partner, and that allow it nothing now: revoked, expired, ended
 * with treatment or death, taken back as entered in error, or replaced by a version that does not name it. Only to a
 * partner that was told something by such a consent may its end be told: to others it would be news of a person.
 * @param journey folded from the log now
 */
export function consentEnds(event: CareEvent, journey: Journey, partner: Partner, at: Instant): readonly ConsentEnd[] {
  if (journey.status === 'not-opened') return [];
  const { consents, death } = journey;
  const holds = ({ consentId }: ConsentEnd): boolean => {
    const consent = consents.find((one) => one.consentId === consentId);
    return death === undefined && partner.active && consent !== undefined && allowsAnything(consent, partner, at);
  };
  return endedBy(event, journey.told, consents, partner).filter((end) => !holds(end));
}

type ToldEvents = Extract<Journey, { readonly status: 'active' }>['told'];

function endedBy(
  event: CareEvent,
  told: ToldEvents,
  consents: readonly Consent[],
  partner: Partner,
): readonly ConsentEnd[] {
  if (event.type === 'ConsentRevoked')
    return [{ consentId: event.data.consentId, endedAt: event.data.at, cause: event.data.cause }];
  if (event.type === 'ConsentExpired')
    return [{ consentId: event.data.consentId, endedAt: event.data.at, cause: 'expired' }];
  if (event.type === 'ConsentGiven') return replacedBy(event, consents, partner);
  if (event.type === 'EpisodeDischarged')
    return consents
      .filter(({ ended }) => ended?.eventId === event.id)
      .map(({ consentId }) => ({ consentId, endedAt: event.data.at, cause: 'end-of-treatment' }));
  if (event.type === 'DeathRecorded')
    return consents.map(({ consentId }) => ({ consentId, endedAt: event.data.at, cause: 'end-of-treatment' }));
  if (event.type !== 'FactWithdrawn') return [];
  const fact = eventOf(told, event.data.eventId);
  if (fact?.type !== 'ConsentGiven') return [];
  return [{ consentId: fact.data.consentId, endedAt: event.recordedAt, cause: 'withdrawn' }];
}

/** Where the version signed last does not name the partner from its signature on; how that one ended is told by itself. */
function replacedBy(
  { id, data: { consentId, signedAt } }: CareEventOf<'ConsentGiven'>,
  consents: readonly Consent[],
  partner: Partner,
): readonly ConsentEnd[] {
  const consent = consents.find((one) => one.consentId === consentId);
  const isLast = consent !== undefined && lastVersion(consent)?.eventId === id;
  if (!isLast || allowsAnything(asSigned(consent), partner, signedAt)) return [];
  return [{ consentId, endedAt: signedAt, cause: 'replaced' }];
}

function eventOf(told: ToldEvents, eventId: string): CareEvent | undefined {
  for (let one: ToldEvents | undefined = told; one; one = one.before) if (one.event.id === eventId) return one.event;
  return undefined;
}

/** Without what ended it. */
const asSigned = ({ consentId, versions }: Consent): Consent => ({ consentId, versions });
