import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { askToken, assertion, partnerOf, signer, type Signer } from '../testing/partners.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let closed: RunningApi;
let server: Server;
let published: string;
let keys: Signer;
const asked: string[] = [];
type Answer = (response: ServerResponse) => void;
let answer: Answer;
const json =
  (body: unknown, status = 200): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(String(request.url));
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  published = `http://127.0.0.1:${Object(server.address()).port}`;
  [api, closed, keys] = await Promise.all([
    runApi({ environment: { STEPWAY_WEBHOOKS_LOOPBACK: 'allow' } }),
    runApi(),
    signer(),
  ]);
}, 60_000);
afterAll(async () => {
  await Promise.all([api.stop(), closed.stop()]);
  server.closeAllConnections();
  server.close();
});
beforeEach(() => asked.splice(0));

let count = 0;
/** A partner that publishes its keys at a place of its own. */
async function partner(at = api, jwksUri = `${published}/keys`): Promise<string> {
  const partnerId = `house-${(count += 1)}`;
  await at.resources.partners.registrations.set(partnerOf(partnerId, { jwksUri }), 'a');
  return partnerId;
}
const statusFor = async (partnerId: string, by = keys, header = {}, at = api): Promise<number> =>
  (await askToken(at, { client_assertion: await assertion(at, partnerId, by, { header }) })).status;

describe('a partner that publishes its keys', () => {
  it('gets a token by one of them; they are fetched once, and its own jku may be named', async () => {
    answer = json({
      keys: [
        { kid: 'theirs', kty: 'oct', k: 'AAAA' },
        { ...keys.key, x5t: 'more' },
      ],
    });
    const partnerId = await partner();
    expect(await statusFor(partnerId)).toBe(200);
    expect(await statusFor(partnerId, keys, { jku: `${published}/keys` })).toBe(200);
    expect(await statusFor(partnerId, keys, { jku: `${published}/other` })).toBe(401);
    expect(await statusFor(partnerId, await signer('ES384', keys.kid))).toBe(401);
    expect(asked).toEqual(['/keys']);
  });

  it('may have registered others beside', async () => {
    answer = json({ keys: [keys.key] });
    const other = await signer('RS384');
    const both = partnerOf('both-house', { jwksUri: `${published}/both`, jwks: { keys: [other.key] } });
    await api.resources.partners.registrations.set(both, 'a');
    expect(await statusFor('both-house', other)).toBe(200);
    expect(asked).toEqual([]);
    expect(await statusFor('both-house', keys)).toBe(200);
  });

  it('is asked at another address as soon as that is registered', async () => {
    answer = json({ keys: [keys.key] });
    const partnerId = await partner();
    expect(await statusFor(partnerId)).toBe(200);
    await api.resources.partners.registrations.set(partnerOf(partnerId, { jwksUri: `${published}/moved` }), 'a');
    expect(await statusFor(partnerId)).toBe(200);
    expect(asked).toEqual(['/keys', '/moved']);
  });

  it.each<[string, Answer]>([
    ['redirects', (response) => void response.writeHead(302, { location: `${published}/keys` }).end()],
    ['answers too much', json({ keys: [], more: 'x'.repeat(100_000) })],
    ['answers no JSON', (response) => void response.end('<html>')],
    ['has no keys', json({ keys: 'canary' })],
    ['has keys that are too short', json({ keys: [{ kid: 'k', kty: 'RSA', n: 'AQAB', e: 'AQAB' }] })],
    ['hangs up', (response) => void response.destroy()],
    ['is away', json({}, 503)],
  ])('gets none where its address %s, which is not asked again for each attempt', async (_how, given) => {
    answer = given;
    const partnerId = await partner();
    for (let tries = 0; tries < 3; tries += 1) expect(await statusFor(partnerId)).toBe(401);
    expect(asked).toEqual(['/keys']);
  });
});

describe('an address inside', () => {
  it('is never asked for keys, unless a stack of this machine allows it', async () => {
    answer = json({ keys: [keys.key] });
    const inside = [published, published.replace('http', 'https'), 'https://169.254.169.254', 'https://localhost'];
    for (const jwksUri of inside)
      expect([jwksUri, await statusFor(await partner(closed, jwksUri), keys, {}, closed)]).toEqual([jwksUri, 401]);
    expect(asked).toEqual([]);
  });

  it('is not registered where it is no https', async () => {
    const set = (at: RunningApi, jwksUri: string) => {
      const { partnerId: _id, ...body } = partnerOf('new-house', { jwksUri });
      return at.send('POST', '/v1/partners/new-house', { role: 'administrator', body });
    };
    const refused = await set(closed, published);
    expect([refused.status, refused.body['errors']]).toEqual([400, [expect.objectContaining({ pointer: '/jwksUri' })]]);
    expect((await set(closed, 'https://keys.example/jwks.json')).status).toBe(204);
    expect((await set(api, published)).status).toBe(204);
  });
});
