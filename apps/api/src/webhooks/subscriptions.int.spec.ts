import { subscriptionsAtOnce } from '@stepway/partners';
import { faultsByR4 } from '../fhir/specs/definitions.ts';
import { askToken, assertion, partnerOf, signer } from '../testing/partners.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let authorization: string;
let other: string;
beforeAll(async () => {
  api = await runApi();
  authorization = await tokenOf('clinic-north');
  other = await tokenOf('clinic-south');
});
afterAll(() => api.stop());

async function tokenOf(partnerId: string): Promise<string> {
  const keys = await signer();
  await api.resources.partners.registrations.set({ ...partnerOf(partnerId), jwks: { keys: [keys.key] } }, 'a');
  const { body } = await askToken(api, { client_assertion: await assertion(api, partnerId, keys) });
  return `Bearer ${String(body['access_token'])}`;
}

const place = '/fhir/R4/Subscription';
const ig = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition';
const subscription = (channel: object = {}, more: object = {}) => ({
  resourceType: 'Subscription',
  status: 'requested',
  reason: 'Hand-offs of our residents',
  criteria: 'https://stepway.dev/fhir/SubscriptionTopic/transitions',
  channel: {
    type: 'rest-hook',
    endpoint: 'https://receiver.example/fhir',
    payload: 'application/fhir+json',
    header: ['Authorization: Bearer canary-secret'],
    ...channel,
  },
  ...more,
});
const create = (body: object) => api.send('POST', place, { authorization, body });
const get = (path: string, by = authorization) => api.send('GET', path, { authorization: by });

describe('a Subscription of a partner', () => {
  it('is created, read, found, told of, and ended; as R4 defines it, and without its header fields', async () => {
    const made = await create(
      subscription({ extension: [{ url: `${ig}/backport-heartbeat-period`, valueUnsignedInt: 60 }] }),
    );
    expect([made.status, made.body['status']]).toEqual([201, 'requested']);
    const own = `${place}/${String(made.body['id'])}`;
    const read = await get(own);
    expect(faultsByR4(read.body)).toEqual([]);
    expect(JSON.stringify(read.body)).not.toContain('canary-secret');
    const { rows } = await api.resources.pool.query<{ row: string }>('SELECT e::text AS row FROM partner.endpoint e');
    expect(rows.some(({ row }) => row.includes(Buffer.from('canary-secret').toString('hex')))).toBe(false);
    expect((await get(place)).body['total']).toBe(1);
    for (const operation of ['$status', '$events']) {
      const { status, body } = await get(`${own}/${operation}`);
      expect([operation, status, faultsByR4(body)]).toEqual([operation, 200, []]);
    }
    for (const path of [own, `${own}/$status`, `${own}/$events`]) expect((await get(path, other)).status).toBe(404);
    expect((await get(place, other)).body['total']).toBe(0);
    expect((await api.send('DELETE', own, { authorization: other })).status).toBe(404);
    expect((await api.send('DELETE', own, { authorization })).status).toBe(204);
    expect((await get(own)).status).toBe(404);
  });

  it.each([
    ['another topic', subscription({}, { criteria: 'Patient?name=canary' })],
    [
      'whole resources',
      subscription({
        _payload: { extension: [{ url: `${ig}/backport-payload-content`, valueCode: 'full-resource' }] },
      }),
    ],
    ['another way', subscription({ type: 'email' })],
    ['plain http', subscription({ endpoint: 'http://receiver.example' })],
    [
      'a heartbeat each second',
      subscription({ extension: [{ url: `${ig}/backport-heartbeat-period`, valueUnsignedInt: 1 }] }),
    ],
    ['a header of ours', subscription({ header: ['Host: inside'] })],
    ['a broken header', subscription({ header: ['a: b\r\nc: d'] })],
    ['a time that is over', subscription({}, { end: '2026-01-01T00:00:00Z' })],
    ['a filter', subscription({}, { _criteria: { extension: [] } })],
  ])('is not granted for %s', async (_what, body) => {
    const { status, body: answer } = await create(body);
    expect([status, answer['resourceType']]).toEqual([422, 'OperationOutcome']);
  });
});

describe('Subscriptions of one partner', () => {
  it('are found with a link to themselves, and not by what nobody knows', async () => {
    const { body } = await get(place);
    expect([faultsByR4(body), body['link']]).toEqual([[], [{ relation: 'self', url: expect.stringMatching(/n$/) }]]);
    expect((await get(`${place}?status=active`)).status).toBe(400);
  });

  it('are so many and no more', async () => {
    for (let count = 0; count < subscriptionsAtOnce; count += 1)
      expect((await create(subscription())).status).toBe(201);
    const { status, body } = await create(subscription());
    expect([status, faultsByR4(body)]).toEqual([429, []]);
    const [first] = (await get(place)).body['entry'] as readonly { readonly resource: { readonly id: string } }[];
    await api.send('DELETE', `${place}/${first?.resource.id ?? ''}`, { authorization });
    expect((await create(subscription())).status).toBe(201);
  });
});

describe('a role of the house', () => {
  it('has no Subscriptions', async () => {
    expect((await api.send('GET', place, { role: 'administrator' })).status).toBe(403);
    expect((await api.send('POST', place, { role: 'system', body: subscription() })).status).toBe(403);
  });
});
