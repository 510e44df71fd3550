import type { PartnerNotice } from '@stepway/contracts';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** The request does not come from Stepway, is too old, or was changed on its way. Answer 401, and do nothing. */
export class WebhookRefused extends Error {
  readonly code = 'WEBHOOK_REFUSED';
  constructor(why: string) {
    super(`The webhook is not taken: ${why}`);
    this.name = 'WebhookRefused';
  }
}

export interface WebhookRequest {
  /** Byte for byte as it came: what is parsed and written anew has another signature. */
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** `whsec_…`, as the endpoint was given it; several while it is changed. */
  readonly secrets: readonly string[];
}

/**
 * What a webhook tells: that there is an event, by which consent, and its id to ask for the data. Checked by Standard
 * Webhooks: the signature over id, time and body, five minutes at most.
 * @throws WebhookRefused
 */
export function readWebhook({ body, headers, secrets }: WebhookRequest): PartnerNotice {
  const texts = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  );
  for (const secret of secrets) {
    try {
      return new Webhook(secret).verify(body, texts) as PartnerNotice;
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw new WebhookRefused('it cannot be read');
    }
  }
  throw new WebhookRefused('no secret fits its signature, or it is too old');
}
