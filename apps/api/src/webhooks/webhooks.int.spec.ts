import { randomUUID } from 'node:crypto';
import { askToken, assertion, partnerOf, signer } from '../testing/partners.ts';
import { registeredPartner } from '../testing/registered-partner.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
  await registeredPartner(api);
});
afterAll(() => api.stop());

const role = 'administrator' as const;
const place = '/v1/partners/recovery-housing/webhooks';
const url = 'https://receiver.example/hook';
const post = (path = '', body: object = {}, options = {}) =>
  api.send('POST', `${place}${path}`, { role, body, ...options });
const view = async () => (await api.send('GET', place, { role })).body['webhook'];
/** As a process that sends leaves it. */
async function dead(count: number): Promise<void> {
  const { endpoints, line } = api.resources.webhooks;
  const now = api.resources.now();
  const endpoint = await endpoints.ofPartner('recovery-housing', now);
  if (endpoint === undefined) throw new Error('no webhook');
  const { endpointId } = endpoint;
  const [first] = await line.take(endpoint, 1, 0, now);
  if (first?.event === undefined && first !== undefined) await line.delivered(first, { status: 204 }, now);
  const events = Array.from({ length: count }, (_, index) => {
    return { episodeId: randomUUID(), eventId: randomUUID(), position: BigInt(index + 1) };
  });
  await line.add(endpointId, events, BigInt(count), now);
  for (const one of await line.take(endpoint, count, 0, now))
    await line.failed(one, { status: 500, dueAt: undefined }, now);
}

describe('the webhook of a partner', () => {
  it('is set, seen without its secret, changed, and ended', async () => {
    expect(await view()).toBeNull();
    const made = await post('', { url });
    expect([made.status, made.body]).toEqual([201, { secret: expect.stringMatching(/^whsec_/) }]);
    const other = await post('', { url: `${url}/2` });
    expect([other.status, other.body]).toEqual([200, {}]);
    expect(await view()).toMatchObject({ url: `${url}/2`, state: 'asked', keys: [{}], waiting: 1, dead: 0 });
    expect(JSON.stringify(await view())).not.toContain('whsec');
    const rotated = await post('/rotate', { overlapHours: 1 });
    expect(rotated.body).toEqual({ secret: expect.stringMatching(/^whsec_/) });
    expect(await view()).toMatchObject({ keys: [{}, { until: expect.any(String) }] });
    expect((await post('/test')).status).toBe(202);
    expect((await post('/end')).status).toBe(204);
    expect(await view()).toBeNull();
    for (const path of ['/end', '/rotate', '/test']) expect((await post(path)).status).toBe(404);
  });

  it.each([
    'http://receiver.example/hook',
    'http://127.0.0.1/hook',
    'https://a:b@receiver.example',
    'https://receiver.example/#a',
    'ftp://receiver.example',
    'receiver.example',
  ])('does not lead to %s', async (wrong) => {
    const { status, body } = await post('', { url: wrong });
    expect([status, body['errors']]).toEqual([400, [expect.objectContaining({ pointer: '/url' })]]);
  });

  it('shows what became of each message, page by page, and sends what is dead again', async () => {
    await post('', { url });
    await dead(3);
    const list = async (query: string) => (await api.send('GET', `${place}/deliveries?${query}`, { role })).body;
    const first = await list('state=dead&limit=2');
    const second = await list(`state=dead&limit=2&cursor=${String(first['next'])}`);
    const items = [first, second].flatMap((page) => page['items'] as { deliveryId: string }[]);
    expect(new Set(items.map(({ deliveryId }) => deliveryId)).size).toBe(3);
    expect(items[0]).toMatchObject({ kind: 'event', state: 'dead', status: 500, dueAt: null });
    expect((await list('state=dead&limit=2&cursor=WyJhIl0'))['status']).toBe(400);
    const redeliver = (id = '') => post(`/deliveries/${id}/redeliver`);
    expect((await redeliver(items[0]?.deliveryId)).status).toBe(202);
    expect((await redeliver(items[0]?.deliveryId)).status).toBe(404); // it waits already
    expect((await redeliver(randomUUID())).status).toBe(404);
    expect((await post('/redeliver-dead')).body).toEqual({ count: 2 });
    expect(await view()).toMatchObject({ waiting: 3, dead: 0 });
    await post('/end');
  });

  it('is on record, by whom it was changed', async () => {
    await post('', { url });
    const { rows } = await api.resources.pool.query(
      `SELECT DISTINCT place FROM audit.access WHERE 'recovery-housing' = ANY(subject_ids) AND action = 'write'`,
    );
    expect(rows).toContainEqual({ place: 'POST /v1/partners/:partnerId/webhooks' });
    await post('/end');
  });
});

describe('a partner itself', () => {
  const tokenOf = async (partnerId: string, scope: string): Promise<string> => {
    const keys = await signer();
    await api.resources.partners.registrations.set({ ...partnerOf(partnerId), jwks: { keys: [keys.key] } }, 'a');
    const { body } = await askToken(api, { client_assertion: await assertion(api, partnerId, keys), scope });
    return `Bearer ${String(body['access_token'])}`;
  };

  it('sees to its own webhook, and finds no other', async () => {
    const authorization = await tokenOf('clinic-north', 'stepway/stream');
    const own = '/v1/partners/clinic-north/webhooks';
    expect((await api.send('POST', own, { authorization, body: { url } })).status).toBe(201);
    expect((await api.send('POST', `${own}/rotate`, { authorization, body: {} })).status).toBe(200);
    const { body } = await api.send('GET', own, { authorization });
    expect(body['webhook']).toMatchObject({ url, state: 'asked' });
    for (const path of [place, `${place}/deliveries`])
      expect((await api.send('GET', path, { authorization })).status).toBe(404);
    for (const path of ['', '/rotate', '/test', '/end', '/redeliver-dead', `/deliveries/${randomUUID()}/redeliver`])
      expect((await post(path, { url }, { authorization, role: undefined })).status).toBe(404);
  });

  it('needs a token that was given for it', async () => {
    const authorization = await tokenOf('clinic-south', 'system/*.rs');
    expect((await api.send('GET', '/v1/partners/clinic-south/webhooks', { authorization })).status).toBe(403);
  });
});
