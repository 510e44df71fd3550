import { randomUUID } from 'node:crypto';
import { notification } from '@stepway/clinical-codes';
import { redisclosureNotice, type PartnerNotice } from '@stepway/contracts';
import type { DueDelivery, Endpoint } from '@stepway/partners';

type OfSubscription = Endpoint & { readonly subscription?: Endpoint['subscription'] };

/** What the receiver of a FHIR Subscription gets, with the header fields that it asked for. */
export function notificationOf(
  { endpointId, subscription, state, events }: OfSubscription,
  { kind, event }: DueDelivery,
  told: PartnerNotice | undefined,
  { fhirBase }: { readonly fhirBase: string },
) {
  if (subscription === undefined) return undefined;
  const { settings, headers } = subscription;
  const bundle = notification(fhirBase, {
    ids: { bundle: randomUUID(), status: randomUUID() },
    ...{ subscriptionId: endpointId, settings, status: state === 'asked' ? 'requested' : 'active' },
    kind: kind === 'event' ? 'event-notification' : kind,
    eventsSinceStart: Math.max(events, event?.number ?? 0),
    events: told && event ? [{ number: event.number, at: told.recordedtime, episode: told.subject }] : [],
  });
  const wanted = headers.map((line) => {
    const [name = '', ...value] = line.split(':');
    return [name.trim().toLowerCase(), value.join(':').trim()] as const;
  });
  const ours = { 'content-type': 'application/fhir+json; charset=utf-8', 'stepway-notice': redisclosureNotice };
  return { bundle, headers: { ...Object.fromEntries(wanted), ...ours } };
}
