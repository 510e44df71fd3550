import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { Webhook } from 'svix';
import { signatureHeaders } from './signature.ts';

interface Vectors {
  readonly signing_vector: Readonly<Record<'secret' | 'webhook-id' | 'payload' | 'expected_signature', string>> & {
    readonly 'webhook-timestamp': number;
  };
}
const vectors: Vectors = JSON.parse(readFileSync('apps/relay/fixtures/standard-webhooks/vectors.json', 'utf8'));
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
const message = { id: 'm1', at: new Date(), body: '{"a":"ü"}' };

describe('the signature of a message', () => {
  it('is the one of the specification', () => {
    const vector = vectors.signing_vector;
    const at = new Date(vector['webhook-timestamp'] * 1_000);
    expect(signatureHeaders({ id: vector['webhook-id'], at, body: vector.payload }, [vector.secret])).toEqual({
      'webhook-id': vector['webhook-id'],
      'webhook-timestamp': String(vector['webhook-timestamp']),
      'webhook-signature': vector.expected_signature,
    });
  });

  it('is taken by a verifier of another maker, and by it alone with the right secret', () => {
    const secret = newSecret();
    const headers = signatureHeaders(message, [secret]);
    expect(new Webhook(secret).verify(message.body, { ...headers })).toEqual({ a: 'ü' });
    expect(() => new Webhook(newSecret()).verify(message.body, { ...headers })).toThrow();
    expect(() => new Webhook(secret).verify(`${message.body} `, { ...headers })).toThrow();
    expect(() => new Webhook(secret).verify(message.body, { ...headers, 'webhook-id': 'm2' })).toThrow();
  });

  it('is there for the old and the new secret while they are changed', () => {
    const secrets = [newSecret(), newSecret()];
    const headers = signatureHeaders(message, secrets);
    for (const secret of secrets) expect(new Webhook(secret).verify(message.body, { ...headers })).toEqual({ a: 'ü' });
  });

  it('is too old for a receiver after five minutes', () => {
    const secret = newSecret();
    const headers = signatureHeaders({ ...message, at: new Date(Date.now() - 301_000) }, [secret]);
    expect(() => new Webhook(secret).verify(message.body, { ...headers })).toThrow();
  });
});
