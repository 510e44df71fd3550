import { z } from 'zod';
import { Instant, Uuid } from '../scalars.ts';

/** Who receives; where it may be is judged again at each message. Nothing of a patient is ever added to it. */
const WebhookUrl = z
  .url({ protocol: /^https?$/, error: 'expected https://…' })
  .max(2_000)
  .refine((text) => {
    const url = URL.parse(text);
    return url === null || (url.username === '' && url.password === '' && url.hash === '');
  }, 'neither a name nor a password nor a fragment may stand in it');

export const SetWebhook = z.strictObject({ url: WebhookUrl }).meta({ id: 'SetWebhook' });
export const RotateWebhook = z
  .strictObject({
    /** How long the secrets before sign beside the new one. */
    overlapHours: z.number().min(0).max(168).default(24),
  })
  .meta({ id: 'RotateWebhook' });

/** What signs the messages (Standard Webhooks, `whsec_…`), told this once. */
const secret = z.string().meta({ description: 'Signs the messages (Standard Webhooks); it is told this once' });
export const WebhookSet = z.strictObject({ secret: secret.optional() }).meta({ id: 'WebhookSet' });
export const WebhookRotated = z.strictObject({ secret }).meta({ id: 'WebhookRotated' });
export const WebhookRedelivered = z.strictObject({ count: z.int() }).meta({ id: 'WebhookRedelivered' });

/** asked: it has not yet answered the first message; gone: it answered 410, or nothing for a day. */
export const webhookStates = ['asked', 'active', 'gone'] as const;
export const WebhookView = z
  .strictObject({
    url: z.string(),
    state: z.enum(webhookStates),
    /** What signs now, without the secrets. */
    keys: z.array(z.strictObject({ keyId: z.string(), from: Instant, until: Instant.optional() })),
    /** Attempts in a row that were not taken; nothing is sent before `pausedUntil`. */
    failures: z.int(),
    pausedUntil: Instant.nullable(),
    lastDeliveryAt: Instant.nullable(),
    waiting: z.int(),
    dead: z.int(),
  })
  .meta({ id: 'WebhookView' });
export type WebhookView = z.output<typeof WebhookView>;

export const webhookDeliveryStates = ['waiting', 'delivered', 'cancelled', 'dead'] as const;
export const WebhookDelivery = z
  .strictObject({
    /** Also the `webhook-id` of its message. */
    deliveryId: Uuid,
    kind: z.enum(['event', 'handshake', 'heartbeat']),
    state: z.enum(webhookDeliveryStates),
    attempts: z.int(),
    begunAt: Instant,
    /** Of one that waits. */
    dueAt: Instant.nullable(),
    /** What was answered last. */
    status: z.int().nullable(),
    /** A code of why nothing was answered, or why it was not sent. */
    reason: z.string().nullable(),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.output<typeof WebhookDelivery>;
