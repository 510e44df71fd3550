import { Uuid, webhookStates, type WebhookDelivery, type WebhookView } from '@stepway/contracts';
import type { Delivery, Endpoint, Letters } from '@stepway/partners';
import { CursorUnknown, keysOf } from '@stepway/read-models';

/** What is said of an address that cannot be a receiver's. */
export const receiverAddress = 'expected https://…; http on this machine only with STEPWAY_WEBHOOKS_LOOPBACK=allow';

/** How the webhook of a partner fares, without its secrets. */
export function webhookView(
  { url, state, keys, failures, pausedUntil, deliveredAt }: Endpoint,
  counts: Awaited<ReturnType<Letters['counts']>>,
): WebhookView {
  return {
    ...{ url, failures, ...counts },
    state: webhookStates.find((one) => one === state) ?? 'gone', // one that was ended is not found
    keys: keys.map(({ keyId, from, until }) => ({ keyId, from, ...(until !== undefined && { until }) })),
    pausedUntil: pausedUntil?.toISOString() ?? null,
    lastDeliveryAt: deliveredAt?.toISOString() ?? null,
  };
}

export const deliveryView = ({ begunAt, dueAt, settledAt, ...delivery }: Delivery): WebhookDelivery => ({
  ...delivery,
  begunAt: begunAt.toISOString(),
  dueAt: delivery.state === 'waiting' ? dueAt.toISOString() : null,
  settledAt: settledAt?.toISOString() ?? null,
});

/** The place of one in the list, the moment as PostgreSQL writes it. */
export const keysOfDelivery = ({ begunAt, deliveryId }: Delivery): readonly string[] => [
  begunAt.toISOString().replace('T', ' ').replace('Z', '+00'),
  deliveryId,
];

/** @throws CursorUnknown */
export function beforeIn(cursor: string): { readonly begunAt: string; readonly deliveryId: string } {
  const [begunAt = '', id] = keysOf(cursor, 'moment', 'id');
  const deliveryId = Uuid.safeParse(id);
  if (!deliveryId.success) throw new CursorUnknown();
  return { begunAt, deliveryId: deliveryId.data };
}
