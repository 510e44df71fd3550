import { z } from 'zod';
import { listOf } from './lists.ts';
import {
  RotateWebhook,
  SetWebhook,
  WebhookDelivery,
  webhookDeliveryStates,
  WebhookRedelivered,
  WebhookRotated,
  WebhookSet,
  WebhookView,
} from './webhooks.ts';

/** What a partner or an administrator asks of its webhook. */
export const webhookRoutes = {
  webhook: {
    path: '/v1/partners/{partnerId}/webhooks',
    summary: 'Where a partner is told by a message to it, and how that fares',
    query: z.strictObject({}),
    answer: z.object({ webhook: WebhookView.nullable() }),
  },
  webhookDeliveries: {
    path: '/v1/partners/{partnerId}/webhooks/deliveries',
    summary: 'The messages to a partner, the newest first: what waits, what was taken, what is dead',
    query: z.strictObject({
      /** Default: all. */
      state: z.enum(webhookDeliveryStates).optional(),
      cursor: z.string().max(1_000).optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    answer: listOf(WebhookDelivery),
  },
} as const;

const tags = ['partners'] as const;
const nobody = [403, 404] as const;
export const webhookPosts = [
  {
    path: '/v1/partners/{partnerId}/webhooks',
    operationId: 'setWebhook',
    tags,
    summary: 'Says where a partner is told; it has to answer a first message before it is told anything',
    body: SetWebhook,
    answer: WebhookSet,
    answers: { 201: 'It is new: its secret, told this once', 200: 'It has another address now, and its secrets' },
    refuses: [400, ...nobody, 413, 415],
  },
  {
    path: '/v1/partners/{partnerId}/webhooks/rotate',
    operationId: 'rotateWebhook',
    tags,
    summary: 'A new secret, told this once; those before sign beside it for a time',
    body: RotateWebhook,
    answer: WebhookRotated,
    answers: { 200: 'The new secret' },
    refuses: [400, ...nobody, 413, 415],
  },
  {
    path: '/v1/partners/{partnerId}/webhooks/test',
    operationId: 'testWebhook',
    tags,
    summary: 'Sends a message that tells of nobody',
    answers: { 202: 'It is in line' },
    refuses: nobody,
  },
  {
    path: '/v1/partners/{partnerId}/webhooks/end',
    operationId: 'endWebhook',
    tags,
    summary: 'Ends the webhook; what waits is not sent',
    answers: { 204: 'It has ended' },
    refuses: nobody,
  },
  {
    path: '/v1/partners/{partnerId}/webhooks/deliveries/{deliveryId}/redeliver',
    operationId: 'redeliverWebhook',
    tags,
    summary: 'Sends one again that was taken or is dead, if it may still be told',
    answers: { 202: 'It is in line' },
    refuses: nobody,
  },
  {
    path: '/v1/partners/{partnerId}/webhooks/redeliver-dead',
    operationId: 'redeliverDead',
    tags,
    summary: 'Sends all that are dead again, as far as they may still be told',
    answer: WebhookRedelivered,
    answers: { 200: 'How many' },
    refuses: nobody,
  },
] as const;
