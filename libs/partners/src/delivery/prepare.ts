import { partnerEventForm, type DisclosureChannel, type PartnerMessage } from '@stepway/contracts';
import type { CareEvent, EventType, Instant, Journey } from '@stepway/pathway';
import type { DisclosureToRecord, RecordDisclosures } from '../accounting/record.ts';
import type { ToldBefore } from '../accounting/told-before.ts';
import { consentEnds, endingTypes } from '../disclosure/consent-ends.ts';
import { disclose, type Told } from '../disclosure/disclose.ts';
import { judgedAt } from '../disclosure/judged-at.ts';
import { endedMessage, toldMessage, type Towards } from '../disclosure/message.ts';

/** An event with its place in the whole log. */
export interface EventAtPlace {
  readonly event: CareEvent;
  readonly position: bigint;
}

/** A journey folded from the log as it stands now: never a read model, which may be behind a revocation. */
export type JourneyNow = (episodeId: string) => Promise<{ readonly journey: Journey; readonly version: number }>;

export interface DeliveryTools {
  readonly journeyNow: JourneyNow;
  readonly recordDisclosures: RecordDisclosures;
  readonly toldBefore: ToldBefore;
  readonly now: () => Instant;
}

export interface Delivery {
  readonly to: Towards;
  readonly channel: DisclosureChannel;
  /** Tells one telling from another of the same event: the job of a replay, one request. Left out for the stream. */
  readonly occasion?: string;
  /** Whether the ends of consents are told too. A replay tells what holds now, and nothing of who ended it. */
  readonly withEnds: boolean;
}

/** Journeys changed again and again while consent was asked. Nothing may go out; to be asked again later. */
export class ConsentUnsettled extends Error {
  readonly code = 'CONSENT_UNSETTLED';
  constructor() {
    super('Journeys changed again and again while their consents were asked');
    this.name = 'ConsentUnsettled';
  }
}

const mostRounds = 8;

/**
 * What of these events may go to a partner now, in their order, each already accounted for. Consent is asked over the
 * journey as it stands; what changed meanwhile is asked again, so that a revocation recorded before this resolves
 * holds. The same events again give the same messages and add nothing to the account.
 * @throws ConsentUnsettled, and what the log and the account throw: then nothing may go out
 */
export async function prepareDelivery(
  events: readonly EventAtPlace[],
  delivery: Delivery,
  tools: DeliveryTools,
): Promise<readonly PartnerMessage[]> {
  const { partner } = delivery.to;
  if (!partner.active) return [];
  const wanted = events.filter(({ event }) => concerns(event, partner.eventTypes));
  const messages = new Map<EventAtPlace, PartnerMessage>();
  let open: readonly EventAtPlace[] = wanted.filter(({ event }) => partnerEventForm(event.type) !== undefined);
  for (let round = 1; open.length > 0; round += 1) {
    if (round > mostRounds) throw new ConsentUnsettled();
    open = await askOnce(open, delivery, tools, messages);
  }
  const ends = delivery.withEnds ? await endsAmong(wanted, delivery, tools) : new Map<EventAtPlace, PartnerMessage[]>();
  return wanted.flatMap((place) => [messages.get(place) ?? [], ends.get(place) ?? []].flat());
}

/** Asks, accounts, and gives back those whose journeys have moved on. */
async function askOnce(
  places: readonly EventAtPlace[],
  delivery: Delivery,
  { journeyNow, recordDisclosures, now }: DeliveryTools,
  messages: Map<EventAtPlace, PartnerMessage>,
): Promise<readonly EventAtPlace[]> {
  const journeys = await folded(places, journeyNow);
  const asked = places.flatMap((place) => {
    const found = journeys.get(place.event.episodeId);
    if (found === undefined || found.journey.status === 'not-opened') return [];
    const at = judgedAt(now(), found.journey);
    const answer = disclose(place.event, found.journey, delivery.to, at);
    if (!answer.may) return [];
    const { patientId } = found.journey;
    const row = rowOf(place, answer.told, delivery, { patientId, decidedAt: at, journeyVersion: found.version });
    return [{ place, told: answer.told, row }];
  });
  const stands = await recordDisclosures(asked.map(({ row }) => row));
  for (const { place, told, row } of asked)
    if (stands.has(row.disclosureId)) messages.set(place, toldMessage(place, told, delivery.to));
  return asked.filter(({ row }) => !stands.has(row.disclosureId)).map(({ place }) => place);
}

async function folded(places: readonly EventAtPlace[], journeyNow: JourneyNow) {
  const ids = [...new Set(places.map(({ event }) => event.episodeId))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await journeyNow(id)] as const)));
}

function rowOf(
  { event: { episodeId, id: eventId } }: EventAtPlace,
  { consent, type, fields }: Told,
  { to: { partner, pseudonyms }, channel, occasion = '' }: Delivery,
  asked: Pick<DisclosureToRecord, 'patientId' | 'decidedAt' | 'journeyVersion'>,
): DisclosureToRecord {
  const { consentId, version } = consent;
  const telling = JSON.stringify(['disclosure', channel, occasion, eventId, consentId, version, fields]);
  return {
    ...asked,
    disclosureId: pseudonyms.reference(episodeId, telling),
    partnerId: partner.partnerId,
    episodeId,
    purpose: partner.purpose,
    consentId,
    consentVersion: version,
    channel,
    what: { eventId, eventType: type, reference: pseudonyms.reference(episodeId, eventId) },
    fields,
  };
}

/** The ends of consents by which this partner was told something before. */
async function endsAmong(
  places: readonly EventAtPlace[],
  { to }: Delivery,
  { journeyNow, toldBefore, now }: DeliveryTools,
): Promise<Map<EventAtPlace, PartnerMessage[]>> {
  const ending = places.filter(({ event }) => endingTypes.has(event.type));
  const journeys = await folded(ending, journeyNow);
  const before = await toldBefore(to.partner.partnerId, [...journeys.keys()]);
  return new Map(
    ending.map((place) => {
      const { episodeId } = place.event;
      const journey = journeys.get(episodeId)?.journey;
      if (journey === undefined || journey.status === 'not-opened') return [place, []];
      const ended = consentEnds(place.event, journey, to.partner, judgedAt(now(), journey));
      return [
        place,
        ended.flatMap((end) => {
          const version = before.get(episodeId)?.get(end.consentId);
          return version === undefined ? [] : [endedMessage(place, end, version, to)];
        }),
      ];
    }),
  );
}

/** Of a fact that is taken back, whoever was told the fact is told. */
function concerns(event: CareEvent, types: readonly EventType[]): boolean {
  if (endingTypes.has(event.type)) return true;
  return types.includes(event.type);
}
