import { partnerEventTypes, type ConsentEndCause, type PartnerMessage } from '@stepway/contracts';
import { consentEndedType, partnerEventType } from '@stepway/contracts/names';
import type { EventData, EventType } from '@stepway/pathway';

/** Whatever a consent or a registration does not cover is left out, at any depth. */
type Told<Data> = Data extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : Data extends object
    ? { readonly [Field in keyof Data]?: Told<Data[Field]> }
    : Data;

type Envelope = Omit<PartnerMessage, 'data' | 'type'> & {
  /** `stepway.partner.admitted.v1` */
  readonly type: string;
};

/** A care event as a partner is told it. Ids in it are the partner's own references. */
type ToldEvent = {
  [Type in EventType]: Envelope & { readonly event: Type; readonly data: Told<Omit<EventData[Type], 'reason'>> };
}[EventType];
/** Nothing more comes by this consent. What came by it stands; whether it may be kept says the law of the reader. */
type ConsentEndedEvent = Envelope & {
  readonly event: 'ConsentEnded';
  readonly data: { readonly consentId: string; readonly endedAt: string; readonly cause: ConsentEndCause };
};
/** A type that this release does not know yet: a new one, or another version. */
type OtherEvent = Envelope & { readonly event: 'Other'; readonly data: Readonly<Record<string, unknown>> };

export type PartnerEvent = ToldEvent | ConsentEndedEvent | OtherEvent;

const names = new Map<string, EventType | 'ConsentEnded'>([
  ...partnerEventTypes.map((type) => [partnerEventType(type), type] as const),
  [consentEndedType, 'ConsentEnded'],
]);

/** The record, or the answer, is no event of a partner. */
export class NotAPartnerEvent extends Error {
  readonly code = 'NOT_A_PARTNER_EVENT';
  constructor(why: string) {
    super(`This is no partner event: ${why}`);
    this.name = 'NotAPartnerEvent';
  }
}

const needed = ['specversion', 'id', 'source', 'type', 'subject', 'time', 'sequence', 'position'] as const;

/**
 * Reads CloudEvents attributes and data. Only what every reader stands on is checked; fields that are not known are kept.
 * @throws NotAPartnerEvent
 */
export function partnerEvent(attributes: Readonly<Record<string, unknown>>, data: unknown): PartnerEvent {
  for (const name of needed) if (typeof attributes[name] !== 'string') throw new NotAPartnerEvent(`it has no ${name}`);
  if (attributes['specversion'] !== '1.0') throw new NotAPartnerEvent('it is no CloudEvent 1.0');
  if (typeof data !== 'object' || data === null) throw new NotAPartnerEvent('its data are no object');
  const consentversion = Number(attributes['consentversion']);
  const event = names.get(String(attributes['type'])) ?? 'Other';
  return { ...attributes, consentversion, event, data } as unknown as PartnerEvent; // as the contract says of this type
}

/** Which events were taken, as far as this process knows. */
export interface SeenEvents {
  has(event: PartnerEvent): boolean;
  /** Once it was taken. */
  add(event: PartnerEvent): void;
}

/**
 * Delivery is at least once, in order for each subject; a subject's place is its sequence, which an event and the end of
 * a consent may share.
 */
export function seenEvents(): SeenEvents {
  const places = new Map<string, { readonly sequence: string; readonly ids: Set<string> }>();
  return {
    has: ({ subject, sequence, id }) => {
      const place = places.get(subject);
      return place !== undefined && (place.sequence > sequence || (place.sequence === sequence && place.ids.has(id)));
    },
    add: ({ subject, sequence, id }) => {
      const place = places.get(subject);
      if (place?.sequence === sequence) place.ids.add(id);
      else if (place === undefined || place.sequence < sequence) places.set(subject, { sequence, ids: new Set([id]) });
    },
  };
}
