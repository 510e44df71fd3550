import type { PartnerMessage } from '@stepway/contracts';
import type { Message } from './messaging.ts';

/**
 * A partner event in Kafka's binary mode: each attribute a header, the data as value. The key is the pseudonym.
 * @param more headers beside: `replay` of what is told again
 */
export function partnerMessage(message: PartnerMessage, more: Readonly<Record<string, string>> = {}): Message {
  const { data, datacontenttype, ...attributes } = message;
  const headers = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[`ce_${name}`, String(value)] as const],
  );
  return {
    key: message.subject,
    value: Buffer.from(JSON.stringify(data)),
    headers: { ...Object.fromEntries(headers), 'content-type': datacontenttype, ...more },
  };
}
