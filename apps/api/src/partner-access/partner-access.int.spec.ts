import { randomUUID } from 'node:crypto';
import { fhirRoutes, postRoutes, queryNames } from '@stepway/contracts';
import { kebab } from '@stepway/contracts/names';
import { commandTypes } from '@stepway/pathway';
import { addressOf } from '../testing/addresses.ts';
import { askToken, assertion, partnerOf, signer, type AssertionOptions, type Signer } from '../testing/partners.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';
import { partnersMayAsk } from './specs/open.ts';

let api: RunningApi;
let keys: Signer;
let rsa: Signer;
beforeAll(async () => {
  api = await runApi();
  [keys, rsa] = await Promise.all([signer('ES384'), signer('RS384')]);
  await api.resources.partners.registrations.set(
    partnerOf('harbour-house', { jwks: { keys: [keys.key, rsa.key] } }),
    'administrator-1',
  );
  await api.resources.partners.registrations.set(partnerOf('other-house', { jwks: { keys: [keys.key] } }), 'a');
}, 60_000);
afterAll(() => api.stop());

const ask = async (options: AssertionOptions = {}, by: Signer = keys, form: Record<string, string> = {}) =>
  askToken(api, { client_assertion: await assertion(api, 'harbour-house', by, options), ...form });
const tokenFor = async (scope: string): Promise<string> =>
  String((await ask({}, keys, { scope })).body['access_token']);

describe('a partner that signs with a key of its own', () => {
  it('gets a token of five minutes, for what it asked of what there is', async () => {
    for (const by of [keys, rsa]) {
      const { status, headers, body } = await ask({}, by, { scope: 'system/Observation.rs openid system/Nothing.rs' });
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(body).toEqual({
        ...{ access_token: expect.any(String), token_type: 'bearer', expires_in: 300 },
        scope: 'system/Observation.rs',
      });
    }
  });

  it('is on record', async () => {
    await ask();
    const { rows } = await api.resources.pool.query(
      `SELECT DISTINCT action, place, actor_kind, actor_role, outcome FROM audit.access
       WHERE actor_id = 'partner.harbour-house' AND action = 'sign-in'`,
    );
    expect(rows).toEqual([
      { action: 'sign-in', place: 'POST /fhir/token', actor_kind: 'system', actor_role: 'partner', outcome: 'granted' },
    ]);
  });

  it('gets none for the same signature again', async () => {
    const jti = randomUUID();
    const form = { client_assertion: await assertion(api, 'harbour-house', keys, { jti }) };
    expect((await askToken(api, form)).status).toBe(200);
    const again = await askToken(api, form);
    expect([again.status, again.body]).toEqual([401, { error: 'invalid_client' }]);
    expect((await ask({ jti })).status).toBe(401);
  });
});

describe('no token is given', () => {
  it('for what is not signed as it should be, and why is not said', async () => {
    const stranger = await signer('ES384', keys.kid);
    const refused = [
      await ask({}, stranger),
      await ask({}, { ...keys, kid: 'another' }),
      await ask({ aud: 'https://elsewhere.example/token' }),
      await ask({ sub: 'other-house' }),
      await ask({ iss: 'nobody' }),
      await ask({ iss: "x' OR 1=1" }),
      await ask({ expiresInSeconds: -60 }),
      await ask({ expiresInSeconds: 3_600 }),
      await ask({ jti: 'short' }),
      await ask({ header: { jku: 'http://127.0.0.1:1/keys' } }),
      await ask({}, keys, { client_id: 'other-house' }),
      await ask({}, keys, { client_assertion: 'canary' }),
      await ask({}, keys, { client_assertion: 'x'.repeat(10_000) }),
    ];
    expect(refused.map(({ status, body }) => [status, body])).toEqual(
      refused.map(() => [401, { error: 'invalid_client' }]),
    );
  });

  it('for what is not asked as OAuth says', async () => {
    const errors = [
      await ask({}, keys, { grant_type: 'password' }),
      await ask({}, keys, { client_assertion_type: 'none' }),
      await ask({}, keys, { scope: 'patient/*.read system/Canary.rs user/*.rs' }),
      await ask({}, keys, { scope: '' }),
      await askToken(api, {}),
    ];
    expect(errors.map(({ status, body }) => [status, body['error']])).toEqual([
      ...[
        [400, 'unsupported_grant_type'],
        [400, 'invalid_request'],
        [400, 'invalid_scope'],
        [400, 'invalid_scope'],
      ],
      [401, 'invalid_client'],
    ]);
    const twice = `grant_type=client_credentials&grant_type=client_credentials`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await api.send('POST', '/fhir/token', { authorization: '', headers, body: twice })).status).toBe(400);
  });

  it('to one that is no longer active, whose tokens end with that', async () => {
    const [left, partner] = [await signer(), partnerOf('left-house')];
    const { registrations } = api.resources.partners;
    await registrations.set({ ...partner, jwks: { keys: [left.key] } }, 'a');
    const token = async () => askToken(api, { client_assertion: await assertion(api, 'left-house', left) });
    const authorization = `Bearer ${String((await token()).body['access_token'])}`;
    const session = () => api.send('GET', '/v1/session', { authorization });
    expect((await session()).status).toBe(403);
    await registrations.set({ ...partner, jwks: { keys: [left.key] }, active: false }, 'a');
    expect([(await token()).status, (await session()).status]).toEqual([401, 401]);
  });
});

describe('everything that is for people of the house', () => {
  it('is closed to a partner, route by route', async () => {
    const authorization = `Bearer ${await tokenFor('system/*.rs stepway/stream')}`;
    const someone = await api.newPatient();
    const about = { patientId: someone, episodeId: await api.newJourney(someone), messageId: randomUUID() };
    const asked = queryNames
      .filter((name) => !partnersMayAsk.includes(name))
      .map((name) => ['GET', addressOf(name, about)] as const);
    const filled = (path: string) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => Reflect.get(about, name) ?? 'x');
    const posted = postRoutes
      .filter(({ path }) => !path.startsWith('/v1/partners/{partnerId}/'))
      .map(({ path }) => ['POST', filled(path)] as const);
    const sent = commandTypes.map((type) => {
      const path = type === 'OpenEpisode' ? '/v1/episodes' : `/v1/episodes/${about.episodeId}/${kebab(type)}`;
      return ['POST', path] as const;
    });
    const spoken = fhirRoutes
      .filter(({ operationId }) => /^receive|^fhirReceived$/.test(operationId))
      .map(({ method, path }) => [method.toUpperCase(), filled(path)] as const);
    const found = [];
    for (const [method, path] of [...asked, ...posted, ...sent, ...spoken, ['GET', '/v1/live'] as const]) {
      const { status } = await api.send(method, path, { authorization, ...(method === 'POST' && { body: {} }) });
      if (status !== 403 && status !== 404) found.push([method, path, status]);
    }
    expect(found).toEqual([]);
  });

  it('leaves the denial on record', async () => {
    await api.send('GET', '/v1/episodes', { authorization: `Bearer ${await tokenFor('stepway/stream')}` });
    const { rows } = await api.resources.pool.query(
      `SELECT DISTINCT outcome FROM audit.access WHERE actor_id = 'partner.harbour-house' AND place = 'GET /v1/episodes'`,
    );
    expect(rows).toEqual([{ outcome: 'denied' }]);
  });
});

describe('how a token is got', () => {
  it('is told to anybody, at both of its places', async () => {
    for (const path of ['/.well-known/smart-configuration', '/fhir/R4/.well-known/smart-configuration']) {
      const { status, body } = await api.send('GET', path, { authorization: '' });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        token_endpoint: expect.stringMatching(/\/fhir\/token$/),
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
        grant_types_supported: ['client_credentials'],
      });
    }
  });
});
