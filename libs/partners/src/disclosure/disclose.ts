import { partnerEventForm, type Partner, type PartnerEventForm } from '@stepway/contracts';
import {
  consentHolds,
  lastVersion,
  type CareEvent,
  type Consent,
  type ConsentInformation,
  type EventType,
  type Instant,
  type Journey,
  type OpenedJourney,
} from '@stepway/pathway';
import type { Pseudonyms } from './pseudonyms.ts';

/** What one partner may be told of one event, and by which consent. */
export interface Told {
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
  readonly consent: ConsentUsed;
}

/** The one version that covers all that is told by it. */
export interface ConsentUsed {
  readonly consentId: string;
  readonly version: number;
  readonly information: readonly ConsentInformation[];
  readonly expiresAt?: Instant;
}

/** Why nothing is told. */
export type Untold =
  /** Of no partner, ever. */
  | 'never'
  | 'not-opened'
  /** The partner is not active, did not ask for it, or not of this site. */
  | 'not-asked-for'
  /** The fact was taken back: it may have been another person's. */
  | 'withdrawn'
  /** Another signature is asked for (42 CFR 2.15): people tell it. */
  | 'deceased'
  | 'no-consent';

export type Disclosure =
  { readonly may: true; readonly told: Told } | { readonly may: false; readonly because: Untold };

const untold = (because: Untold): Disclosure => ({ may: false, because });

/**
 * What this partner may be told of an event now: by the one consent in force that covers its kind of information and
 * most of its fields (42 CFR 2.13, 2.31, 2.33). What a person must release (courts, monitoring, counselling notes) is
 * never told by this rule.
 * @param journey folded from the log now, with everything that is known since the event
 * @param at when it is asked; consents are judged at this moment, not at the event's
 */
export function disclose(
  event: CareEvent,
  journey: Journey,
  { partner, pseudonyms }: { readonly partner: Partner; readonly pseudonyms: Pseudonyms },
  at: Instant,
): Disclosure {
  const form = partnerEventForm(event.type);
  const about = aboutType(event);
  const information = partnerEventForm(about)?.information;
  if (form === undefined || information === undefined || information === 'as-the-fact') return untold('never');
  if (journey.status === 'not-opened') return untold('not-opened');
  if (!asksFor(partner, about, journey)) return untold('not-asked-for');
  if (journey.death !== undefined) return untold('deceased');
  if (journey.withdrawnFacts.includes(event.id)) return untold('withdrawn');

  const data = minimised(pseudonyms.ofData(event.episodeId, event.data), form, partner.fields?.[event.type]);
  const [widest] = journey.consents
    .flatMap((consent) => usable(consent, partner, information, at) ?? [])
    .map((consent) => ({ consent, data: coveredBy(consent, data, form, information, partner, at) }))
    .toSorted((a, b) => Object.keys(b.data).length - Object.keys(a.data).length);
  if (widest === undefined) return untold('no-consent');
  const fields = Object.keys(widest.data);
  return { may: true, told: { type: event.type, data: widest.data, fields, consent: used(widest.consent, at) } };
}

/** Whether this consent allows this partner anything at all at this moment. */
export const allowsAnything = (consent: Consent, partner: Partner, at: Instant): boolean =>
  lastVersion(consent)?.information.some((kind) => covers(consent, partner, kind, at)) ?? false;

/** Of a fact that is taken back: what the fact was. */
const aboutType = (event: CareEvent): EventType =>
  event.type === 'FactWithdrawn' ? (event.data.fact as EventType) : event.type; // the log's own name of it

const asksFor = ({ active, eventTypes, siteIds }: Partner, type: EventType, { siteId }: OpenedJourney): boolean =>
  active && eventTypes.includes(type) && (siteIds?.includes(siteId) ?? true);

const usable = (
  consent: Consent,
  partner: Partner,
  information: ConsentInformation,
  at: Instant,
): Consent | undefined => (covers(consent, partner, information, at) ? consent : undefined);

/** Asked of one consent alone: consents do not add up. */
export function covers(
  consent: Consent,
  { recipient, purpose }: Partner,
  kind: ConsentInformation,
  at: Instant,
): boolean {
  const answer = consentHolds([consent], recipient, purpose, kind, at);
  // A consent that names another discloser does not speak of us: its name is sealed, so a person judges it.
  return answer.holds && !answer.humanRelease && versionAt(consent, at)?.discloser !== 'named';
}

type Data = Readonly<Record<string, unknown>>;

/** The fields that this partner was registered for, each in the form in which it may go out; one that does not fit stays. */
function minimised(data: Data, { fields }: PartnerEventForm, registered: readonly string[] | undefined): Data {
  return Object.fromEntries(
    fields.flatMap(({ name, as }) => {
      if (data[name] === undefined || registered?.includes(name) === false) return [];
      const parsed = as.safeParse(data[name]);
      return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
    }),
  );
}

function coveredBy(
  consent: Consent,
  data: Data,
  { fields }: PartnerEventForm,
  information: ConsentInformation,
  partner: Partner,
  at: Instant,
): Data {
  const kindOf = new Map(
    fields.map((field) => [field.name, field.information === 'as-the-fact' ? information : field.information]),
  );
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => {
      const kind = kindOf.get(name);
      return kind !== undefined && covers(consent, partner, kind, at);
    }),
  );
}

const versionAt = ({ versions }: Consent, at: Instant) => versions.findLast(({ signedAt }) => signedAt <= at);

export function used(consent: Consent, at: Instant): ConsentUsed {
  const version = versionAt(consent, at);
  if (version === undefined) throw new Error(`Consent ${consent.consentId} has no version in force`);
  const { consentId, information, expires } = version;
  return {
    consentId,
    version: version.version,
    information,
    ...(expires.on === 'date' && { expiresAt: expires.at }),
  };
}
