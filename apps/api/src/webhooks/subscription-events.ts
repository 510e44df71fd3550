import { randomUUID } from 'node:crypto';
import { disclose, judgedAt, type NumberedEvent, type RegisteredPartner } from '@stepway/partners';
import { evolve, notOpened, type Journey } from '@stepway/pathway';
import type { Resources } from '../resources.ts';

/** What a partner may be told now of an event that was put in line for it; on account before this resolves. */
export async function notifiedAgain(
  { log, partners, now }: Pick<Resources, 'log' | 'partners' | 'now'>,
  registered: RegisteredPartner,
  { episodeId, eventId, number }: NumberedEvent,
) {
  const { partnerId, purpose } = registered.partner;
  // Between the asking and the accounting something may be recorded, perhaps a revocation: then it is asked again.
  for (;;) {
    const { events } = await log.readStream(episodeId);
    const journey = events.reduce<Journey>((before, event) => evolve(before, event), notOpened(episodeId));
    const event = events.find(({ id }) => id === eventId);
    if (event === undefined || journey.status === 'not-opened') return [];
    const at = judgedAt(now().toISOString(), journey);
    const disclosure = disclose(event, journey, registered, at);
    if (!disclosure.may) return [];
    const { consent } = disclosure.told;
    const disclosureId = randomUUID();
    const reference = registered.pseudonyms.reference(episodeId, eventId);
    const accounted = await partners.recordDisclosures([
      {
        ...{ disclosureId, decidedAt: at, partnerId, purpose, channel: 'fhir', fields: [] },
        ...{ patientId: journey.patientId, episodeId, journeyVersion: journey.version },
        ...{ consentId: consent.consentId, consentVersion: consent.version },
        what: { eventId, eventType: event.type, reference },
      },
    ]);
    if (accounted.has(disclosureId))
      return [{ number, at: event.recordedAt, episode: registered.pseudonyms.subject(episodeId) }];
  }
}
