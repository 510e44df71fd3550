import { inForce, type Circuit, type DueDelivery, type Endpoint, type Webhooks } from '@stepway/partners';
import { notificationOf } from './notification-of.ts';
import { lifeMs, nextAttempt } from './sending/back-off.ts';
import type { Attempt, Send } from './sending/send.ts';
import { signatureHeaders } from './sending/signature.ts';
import type { Telling } from './telling.ts';

export interface AttemptTools {
  readonly webhooks: Webhooks;
  readonly telling: Telling;
  readonly send: Send;
  /** Names this installation in messages of its own. */
  readonly deployment: string;
  /** Where partners read FHIR: `https://…/fhir/R4`. */
  readonly fhirBase: string;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Five in a row, of whichever journeys: then it is the receiver. */
export const circuit: Circuit = { failures: 5, firstMs: 30_000, mostMs: 600_000 };

export type Outcome = 'delivered' | 'again' | 'dead' | 'cancelled' | 'gone';

/** One attempt at one delivery, to its end. @throws what the database throws: then it is tried again after its lease */
export async function attempt(endpoint: Endpoint, delivery: DueDelivery, tools: AttemptTools): Promise<Outcome> {
  const { webhooks, telling, send, now } = tools;
  const { deliveryId, begunAt, event } = delivery;
  const occasion = `${deliveryId} ${begunAt.toISOString()}`;
  const told = event && (await telling.message(endpoint.partnerId, occasion, event));
  if (event !== undefined && told === undefined) {
    await webhooks.line.cancelled(delivery, 'not-allowed', now());
    return 'cancelled';
  }
  const notified = notificationOf(endpoint, delivery, told, tools);
  const body = JSON.stringify(notified?.bundle ?? told ?? firstMessage(delivery, tools));
  const secrets = inForce(endpoint.keys, now()).map(({ secret }) => secret);
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'Stepway-Webhooks/1',
    ...notified?.headers,
    ...signatureHeaders({ id: deliveryId, at: now(), body }, secrets),
  };
  return settle(endpoint, delivery, await send({ url: delivery.url, headers, body }), tools);
}

async function settle(
  endpoint: Endpoint,
  delivery: DueDelivery,
  answer: Attempt,
  { webhooks: { line }, now, random }: AttemptTools,
): Promise<Outcome> {
  const at = now();
  const told = toldBy(answer);
  if (isTaken(answer)) {
    await line.delivered(delivery, told, at);
    return 'delivered';
  }
  const retryAfterMs = answer.outcome === 'answered' ? answer.retryAfterMs : undefined;
  const made = { attempts: delivery.attempts + 1, firstAt: delivery.begunAt };
  const dueAt = nextAttempt({ ...made, ...(retryAfterMs !== undefined && { retryAfterMs }) }, at, random());
  const neverAnswered = dueAt === undefined && delivery.event === undefined && endpoint.state === 'asked';
  if (told.status === 410 || neverAnswered) {
    await line.gone(delivery, told, at);
    return 'gone';
  }
  const askedUntil = retryAfterMs === undefined ? undefined : new Date(at.getTime() + Math.min(retryAfterMs, lifeMs));
  await line.pause(delivery, circuit, askedUntil, at);
  await line.failed(delivery, { ...told, dueAt }, at);
  return dueAt === undefined ? 'dead' : 'again';
}

const isTaken = (answer: Attempt): boolean =>
  answer.outcome === 'answered' && answer.status >= 200 && answer.status < 300;

/** Codes for the partner to see; nothing of what was answered. */
function toldBy(answer: Attempt): { readonly status?: number; readonly reason?: string } {
  if (answer.outcome !== 'answered') return { reason: `${answer.outcome}:${answer.why}` };
  const { status } = answer;
  return { status, ...(status >= 300 && status < 400 && { reason: 'redirects-are-not-followed' }) };
}

/** Says nothing of anybody: whether the receiver is there, and verifies. */
const firstMessage = ({ deliveryId }: DueDelivery, { deployment, now }: AttemptTools) => ({
  specversion: '1.0',
  id: deliveryId,
  source: `/stepway/${deployment}`,
  type: 'stepway.partner.webhook-test.v1',
  time: now().toISOString(),
});
