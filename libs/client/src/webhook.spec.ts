import { Webhook } from 'standardwebhooks';
import { readWebhook, WebhookRefused } from './webhook.ts';

const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const other = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const notice = { specversion: '1.0', id: 'e1', type: 'stepway.partner.admitted.v1', later: 'attribute' };
const body = JSON.stringify(notice);
const signed = (at = new Date(), by = secret) => ({
  'Webhook-Id': 'msg-1',
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': new Webhook(by).sign('msg-1', at, body),
});
const read = (change: object = {}) => readWebhook({ body, headers: signed(), secrets: [secret], ...change });

describe('a webhook', () => {
  it('is read when one of our secrets signed it', () => {
    expect(read()).toEqual(notice);
    expect(read({ secrets: [other, secret], body: Buffer.from(body) })).toEqual(notice);
  });

  it.each([
    ['changed on its way', { body: `${body} ` }],
    ['signed by somebody else', { secrets: [other] }],
    ['older than five minutes', { headers: signed(new Date(Date.now() - 360_000)) }],
    ['without a signature', { headers: {} }],
    ['with half a signature', { headers: { ...signed(), 'webhook-signature': 'v1,' } }],
    ['with none of our kind', { headers: { ...signed(), 'webhook-signature': 'v1' } }],
  ])('%s is refused', (_, change) => expect(() => read(change)).toThrow(WebhookRefused));
});
