import { Webhook } from 'standardwebhooks';

/** What is signed: the same id at every attempt, so that a receiver knows a repeat; the time of this one. */
export interface SignedMessage {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks: one signature for each secret (`whsec_…`), so that a receiver verifies by the old or
 * the new one while they are changed. HMAC-SHA256 over `id.timestamp.body`.
 */
export const signatureHeaders = (
  { id, at, body }: SignedMessage,
  secrets: readonly string[],
): Readonly<Record<string, string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  ...(secrets.length > 0 && {
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }),
});
