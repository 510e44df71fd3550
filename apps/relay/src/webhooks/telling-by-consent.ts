import type { PartnerMessage, PartnerNotice } from '@stepway/contracts';
import type { EventLog } from '@stepway/event-log';
import type { Origin } from '@stepway/messaging';
import {
  consentEnds,
  disclose,
  endedMessage,
  judgedAt,
  toldMessage,
  type DeliveredEvent,
  type Partners,
  type RegisteredPartner,
  type Towards,
} from '@stepway/partners';
import { evolve, notOpened, type CareEvent, type Journey } from '@stepway/pathway';
import type { Telling } from './telling.ts';

export interface TellingOptions {
  readonly log: Pick<EventLog, 'readStream'>;
  readonly partners: Partners;
  readonly origin: Origin;
  readonly now: () => Date;
}

/** A journey as the log has it now. */
interface Read {
  readonly events: readonly CareEvent[];
  readonly journey: Journey;
}

/** Asks the log itself, never a read model: what holds is what is recorded now. */
export function tellByConsent(options: TellingOptions): Telling {
  const { log, partners, origin, now } = options;
  const read = async (episodeId: string): Promise<Read> => {
    const { events } = await log.readStream(episodeId);
    return { events, journey: events.reduce<Journey>((before, event) => evolve(before, event), notOpened(episodeId)) };
  };
  return {
    tellable: async (partnerId, page) => {
      const registered = await partners.registrations.find(partnerId);
      if (registered?.partner.active !== true) return [];
      const concerned = page.filter(({ event }) => mayConcern(event, registered));
      const episodeIds = [...new Set(concerned.map(({ event }) => event.episodeId))];
      const journeys = new Map<string, Journey>();
      for (const episodeId of episodeIds) journeys.set(episodeId, (await read(episodeId)).journey);
      const told = await partners.toldBefore(partnerId, episodeIds);
      return concerned.flatMap(({ event, position }): DeliveredEvent[] => {
        const { episodeId, id: eventId } = event;
        const journey = journeys.get(episodeId);
        if (journey === undefined || journey.status === 'not-opened') return [];
        const at = judgedAt(now().toISOString(), journey);
        const place = { episodeId, eventId, position };
        const ended = consentEnds(event, journey, registered.partner, at)
          .filter(({ consentId }) => told.get(episodeId)?.has(consentId))
          .map(({ consentId }) => ({ ...place, endedConsentId: consentId }));
        return disclose(event, journey, registered, at).may ? [place, ...ended] : ended;
      });
    },
    message: async (partnerId, occasion, delivered) => {
      const registered = await partners.registrations.find(partnerId);
      if (registered?.partner.active !== true) return undefined;
      // Between the asking and the accounting something may be recorded, perhaps a revocation: then all is asked again.
      for (;;) {
        const found = await read(delivered.episodeId);
        const answer = await messageOf(occasion, delivered, found, { ...registered, from: origin }, options);
        if (answer !== 'ask-again') return answer;
      }
    },
  };
}

async function messageOf(
  occasion: string,
  { episodeId, eventId, position, endedConsentId }: DeliveredEvent,
  { events, journey }: Read,
  to: Towards,
  { partners, now }: TellingOptions,
): Promise<PartnerNotice | 'ask-again' | undefined> {
  const event = events.find(({ id }) => id === eventId);
  if (event === undefined || journey.status === 'not-opened') return undefined;
  const { partnerId, purpose } = to.partner;
  const at = judgedAt(now().toISOString(), journey);
  if (endedConsentId !== undefined) {
    const version = (await partners.toldBefore(partnerId, [episodeId])).get(episodeId)?.get(endedConsentId);
    const end = consentEnds(event, journey, to.partner, at).find(({ consentId }) => consentId === endedConsentId);
    return version === undefined || end === undefined
      ? undefined
      : thin(endedMessage({ event, position }, end, version, to));
  }
  const disclosure = disclose(event, journey, to, at);
  if (!disclosure.may) return undefined;
  const { told } = disclosure;
  const message = toldMessage({ event, position }, told, to);
  const { consentId, version: consentVersion } = told.consent;
  // Attempts at one telling are one row; what is told by another consent, or asked for once more, is another.
  const disclosureId = to.pseudonyms.reference(
    episodeId,
    JSON.stringify(['disclosure', 'webhook', occasion, consentId, consentVersion]),
  );
  const accounted = await partners.recordDisclosures([
    {
      ...{ disclosureId, decidedAt: at, partnerId, purpose, channel: 'webhook' },
      ...{ patientId: journey.patientId, episodeId, journeyVersion: journey.version },
      ...{ consentId, consentVersion },
      what: { eventId, eventType: event.type, reference: message.id },
      fields: [],
    },
  ]);
  return accounted.has(disclosureId) ? thin(message) : 'ask-again';
}

/** Without its data: the receiver asks for them with its own token, and consent is asked again there. */
function thin({
  data: _data,
  dataschema: _schema,
  datacontenttype: _type,
  ...envelope
}: PartnerMessage): PartnerNotice {
  return envelope;
}

/** Types after which a consent may have ended. */
const endings: ReadonlySet<CareEvent['type']> = new Set([
  ...(['ConsentGiven', 'ConsentRevoked', 'ConsentExpired', 'EpisodeDischarged', 'DeathRecorded'] as const),
  'FactWithdrawn',
]);

/** Without looking at the journey: most events concern no partner. */
const mayConcern = ({ type }: CareEvent, { partner }: RegisteredPartner): boolean =>
  endings.has(type) || (partner.active && partner.eventTypes.some((asked) => asked === type));
