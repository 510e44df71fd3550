import type { SubscriptionSettings } from '@stepway/contracts';
import { securityLabels } from './tell-journey.ts';

const ig = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition';
const kinds = ['handshake', 'heartbeat', 'event-notification', 'query-status', 'query-event'] as const;

/** How a Subscription stands (R4: `Subscription.status`). */
export type SubscriptionStatus = 'requested' | 'active' | 'error' | 'off';

/** One event of a topic: whose episode it is about, by the partner's own id. */
export interface NotifiedEvent {
  readonly number: number;
  readonly at: string;
  readonly episode: string;
}

export interface Notification {
  /** New ids, of the Bundle and of the status in it. */
  readonly ids: { readonly bundle: string; readonly status: string };
  readonly subscriptionId: string;
  readonly settings: SubscriptionSettings;
  readonly status: SubscriptionStatus;
  readonly kind: (typeof kinds)[number];
  readonly eventsSinceStart: number;
  readonly events: readonly NotifiedEvent[];
}

/** The status in R4, as Parameters (backport-subscription-status-r4). */
const subscriptionStatus = (base: string, { settings, ...said }: Notification) => ({
  resourceType: 'Parameters',
  id: said.ids.status,
  meta: { profile: [`${ig}/backport-subscription-status-r4`] },
  parameter: [
    { name: 'subscription', valueReference: { reference: `${base}/Subscription/${said.subscriptionId}` } },
    { name: 'topic', valueCanonical: settings.topic },
    { name: 'status', valueCode: said.status },
    { name: 'type', valueCode: said.kind },
    { name: 'events-since-subscription-start', valueString: String(said.eventsSinceStart) },
    ...said.events.map(({ number, at, episode }) => ({
      name: 'notification-event',
      part: [
        { name: 'event-number', valueString: String(number) },
        { name: 'timestamp', valueInstant: at },
        ...(settings.content === 'id-only'
          ? [{ name: 'focus', valueReference: { reference: `${base}/EpisodeOfCare/${episode}` } }]
          : []),
      ],
    })),
  ],
});

/**
 * What is sent to the receiver of a Subscription, and what `$status` and `$events` answer: R4's form of R5 notifications
 * (Subscriptions R5 Backport, 1.1.0). Whom it is about by id at most; what is to be known of them is read, by the consent of
 * then.
 * @param base of the server, `https://…/fhir/R4`
 */
export function notification(base: string, said: Notification) {
  const status = subscriptionStatus(base, said);
  const isSearch = said.kind === 'query-status';
  const first = {
    fullUrl: `urn:uuid:${status.id}`,
    resource: status,
    ...(isSearch
      ? { search: { mode: 'match' } }
      : {
          request: { method: 'GET', url: `${base}/Subscription/${said.subscriptionId}/$status` },
          response: { status: '200' },
        }),
  };
  return {
    resourceType: 'Bundle',
    id: said.ids.bundle,
    meta: {
      ...(!isSearch && { profile: [`${ig}/backport-subscription-notification-r4`] }),
      security: securityLabels,
    },
    type: isSearch ? 'searchset' : 'history',
    ...(isSearch && { total: 1 }),
    entry: [first],
  };
}
