import { createKeys, createSignInCode, readKeys } from '@stepway/platform';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let admin: pg.Pool;
beforeAll(async () => {
  api = await runApi();
  admin = new pg.Pool({ connectionString: api.adminUrl, max: 1 });
});
afterAll(async () => {
  await admin.end();
  await api.stop();
});

const session = (authorization: string, headers?: Record<string, string>) =>
  api.send('GET', '/v1/session', { authorization, ...(headers === undefined ? {} : { headers }) });

describe('a bearer token', () => {
  it('is asked for', async () => {
    const { status, headers, body } = await session('');
    expect([status, body['type']]).toEqual([401, 'https://stepway.dev/problems/not-signed-in']);
    expect(headers.get('www-authenticate')).toContain('Bearer');
  });

  it('is refused when it is old, of another issuer, for somebody else, of another key, without a role of ours, or none', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'stepway-keys-')), 'keys.json');
    createKeys(file);
    const refused = [
      await api.token('nurse', { expiresAt: Math.floor(Date.now() / 1_000) - 60 }),
      await api.token('nurse', { issuer: 'https://elsewhere.example' }),
      await api.token('nurse', { audience: 'elsewhere' }),
      await api.token('nurse', { keys: readKeys(file) }),
      await api.token('nobody' as never),
      `${await api.token('nurse')}x`,
      'none',
    ];
    for (const token of refused) expect((await session(`Bearer ${token}`)).status).toBe(401);
    expect((await session('Basic bnVyc2U6bnVyc2U=')).status).toBe(401);
  });

  it('is refused unsigned', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sub: 'x', role: 'nurse', iss: 'https://stepway.local', exp: 4_102_444_800 };
    expect((await session(`Bearer ${part({ alg: 'none' })}.${part(claims)}.`)).status).toBe(401);
  });

  it('is believed no longer than it says, though it was seen before', async () => {
    const token = await api.token('nurse', { expiresAt: Math.floor(Date.now() / 1_000) + 2 });
    expect((await session(`Bearer ${token}`)).status).toBe(200);
    const later = api.resources.now().getTime() + 3_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    jest.useFakeTimers({
      now: later,
      doNotFake: [
        'nextTick',
        'setImmediate',
        'setTimeout',
        'setInterval',
        'clearTimeout',
        'clearInterval',
        'queueMicrotask',
        'performance',
      ],
    });
    const { status } = await session(`Bearer ${token}`);
    jest.useRealTimers();
    jest.restoreAllMocks();
    expect(status).toBe(401);
  });
});

describe('a sign-in link', () => {
  const code = () => createSignInCode(api.resources.pool, { actorId: 'demo', role: 'coordinator' });
  const signIn = async (secret: string) => {
    const answer = await api.send('GET', `/sign-in?code=${secret}`, { authorization: '' });
    return { ...answer, cookie: answer.headers.get('set-cookie') };
  };
  const pair = (cookie: string | null) => cookie?.split(';')[0] ?? '';

  it('gives a cookie that no script reads and no other site sends, and leads to the board', async () => {
    const { status, headers, cookie } = await signIn(await code());
    expect([status, headers.get('location')]).toEqual([303, '/']);
    expect(cookie).toMatch(/^stepway_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const { body } = await session('', { cookie: pair(cookie) });
    expect(body['actor']).toMatchObject({ id: 'demo', role: 'coordinator' });
  });

  it('works once', async () => {
    const secret = await code();
    expect((await signIn(secret)).status).toBe(303);
    const again = await signIn(secret);
    expect([again.status, again.cookie]).toEqual([401, null]);
  });

  it('works once also when it is used twice at the same moment', async () => {
    const secret = await code();
    const answers = await Promise.all([signIn(secret), signIn(secret), signIn(secret)]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('that is none, and a sign-in that nobody began, fill no trail, however often they come', async () => {
    const began = new Date();
    const own = await runApi({ now: () => began });
    for (let times = 0; times < 40; times += 1) {
      expect((await own.send('GET', '/sign-in?code=none', { authorization: '' })).status).toBe(401);
      expect((await own.send('GET', '/v1/census', { authorization: '' })).status).toBe(401);
    }
    const { rows } = await own.resources.pool.query<{ action: string; count: number }>(
      'SELECT action, count(*)::int FROM audit.access GROUP BY action ORDER BY action',
    );
    await own.stop();
    expect(rows).toEqual([
      { action: 'read', count: 30 },
      { action: 'sign-in', count: 30 },
    ]);
  });

  it('is not used up by a HEAD', async () => {
    const secret = await code();
    await api.send('HEAD', `/sign-in?code=${secret}`, { authorization: '' });
    expect((await signIn(secret)).status).toBe(303);
  });

  it('does not work after ten minutes', async () => {
    const secret = await code();
    await admin.query(
      `UPDATE identity.sign_in_code SET expires_at = clock_timestamp() - interval '1 second' WHERE used_at IS NULL`,
    );
    expect((await signIn(secret)).status).toBe(401);
  });

  it('leaves neither code nor session readable in the database', async () => {
    const secret = await code();
    const { cookie } = await signIn(secret);
    const { rows } = await admin.query(
      'SELECT c::text AS row FROM identity.sign_in_code c UNION ALL SELECT s::text FROM identity.session s',
    );
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(pair(cookie).split('=')[1]);
  });

  describe('once used', () => {
    let cookie: string;
    beforeEach(async () => {
      cookie = pair((await signIn(await code())).cookie);
    });
    const post = (headers: Record<string, string>) =>
      api.send('POST', '/v1/sign-out', { authorization: '', headers: { cookie, ...headers } });

    it('changes nothing for another site', async () => {
      const { host } = new URL(api.url);
      const foreign: Record<string, string>[] = [
        {},
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-site', origin: `http://${host}` },
        { origin: 'https://evil.example' },
        { origin: 'null' },
      ];
      for (const headers of foreign) expect((await post(headers)).status).toBe(403);
      expect((await session('', { cookie })).status).toBe(200);
    });

    it('ends with signing out from our own page', async () => {
      const { status, headers } = await post({ 'sec-fetch-site': 'same-origin', origin: api.url });
      expect(status).toBe(204);
      expect(headers.get('set-cookie')).toMatch(/^stepway_session=;/);
      expect((await session('', { cookie })).status).toBe(401);
    });
  });
});
