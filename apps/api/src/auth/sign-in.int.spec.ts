import { readFileSync } from 'node:fs';
import { staffRoles, type NewStaff } from '@stepway/contracts';
import { developmentSignIn, type DevelopmentSignIn } from '../testing/development-sign-in.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';
import { Visitor, type Stop } from '../testing/visitor.ts';

const { staff } = JSON.parse(readFileSync('infra/sign-in/people.json', 'utf8')) as { staff: NewStaff[] };
const stranger = { staffId: 'stranger', name: 'Nobody Here', roles: ['nurse'], sites: ['main'], programmes: null };

let provider: DevelopmentSignIn;
let api: RunningApi;
beforeAll(async () => {
  provider = await developmentSignIn([...staff, stranger]);
  api = await runApi({ environment: provider.environment, port: provider.apiPort });
  for (const entry of staff) await api.resources.directory.add(entry, 'spec');
});
afterAll(async () => {
  await api.stop();
  await provider.stop();
});

const session = (visitor: Visitor) =>
  api.send('GET', '/v1/session', {
    authorization: '',
    headers: { cookie: `stepway_session=${visitor.cookies.get('stepway_session') ?? ''}` },
  });
/** From the sign-in page to the provider, and back as this person. */
async function signIn(person: string, { returnTo = '/board', visitor = new Visitor() } = {}) {
  const choice = await visitor.goTo(`${api.url}/sign-in?${new URLSearchParams({ return_to: returnTo }).toString()}`);
  const back = await visitor.goTo(choice.url, { person });
  return { visitor, choice, back };
}
const troubleOf = ({ url }: Stop) => url.searchParams.get('not-signed-in');
const lastRecord = async () => {
  const { rows } = await api.resources.pool.query(
    `SELECT actor_id, actor_role, action, outcome FROM audit.access WHERE action LIKE 'sign%' ORDER BY stored_at DESC LIMIT 1`,
  );
  return rows[0] as unknown;
};

describe('signing in by the provider', () => {
  it.each(staffRoles)('a person of the role %s comes in as who they are', async (role) => {
    const person = staff.find(({ roles }) => roles[0] === role);
    const { visitor } = await signIn(person?.staffId ?? '');
    const { status, body } = await session(visitor);
    expect([status, body['actor']]).toMatchObject([200, { id: person?.staffId, role, name: person?.name }]);
  });

  it('gives a cookie of ours alone, and goes on by a step of our own page', async () => {
    const { visitor, choice, back } = await signIn('demo-nurse', { returnTo: '/board?level=iop' });
    expect(choice.url.origin).toBe(provider.address);
    expect(choice.text).toContain('Robin Quill');
    expect([back.url.pathname, back.status]).toEqual(['/sign-in/callback', 200]);
    expect(back.headers.getSetCookie().find((line) => line.startsWith('stepway_session='))).toMatch(
      /^stepway_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(back.text).toContain('<meta http-equiv="refresh" content="0;url=/board?level=iop">');
    expect(visitor.cookies.has('stepway_sign_in')).toBe(false);
    expect(await lastRecord()).toEqual({
      ...{ actor_id: 'demo-nurse', actor_role: 'nurse', action: 'sign-in', outcome: 'granted' },
    });
  });

  it('asks with PKCE, state and nonce, and takes no token through an address', async () => {
    const { visitor } = await signIn('demo-nurse');
    const asked = visitor.asked.find(({ pathname }) => pathname === '/auth')?.searchParams;
    expect(asked?.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked?.get(name)?.length).toBeGreaterThan(20);
    expect(visitor.asked.filter(({ href }) => /token|eyJ/.test(href))).toEqual([]);
  });

  it('leads nobody to another site afterwards', async () => {
    const { back } = await signIn('demo-nurse', { returnTo: '//evil.example/' });
    expect(back.text).toContain('content="0;url=/"');
  });

  it('lets nobody in who is not in the directory, or has left it, and keeps it on record', async () => {
    const unknown = await signIn('stranger');
    expect([troubleOf(unknown.back), (await session(unknown.visitor)).status]).toEqual(['unknown', 401]);
    expect(await lastRecord()).toEqual({
      ...{ actor_id: 'idp.stranger', actor_role: 'none', action: 'sign-in', outcome: 'denied' },
    });
    const peer = { name: 'Lark', roles: ['peer-worker' as const], sites: ['main'], programmes: null };
    await api.resources.directory.change(
      'demo-peer-worker',
      { ...peer, subject: 'demo-peer-worker', active: false },
      'x',
    );
    expect(troubleOf((await signIn('demo-peer-worker')).back)).toBe('left');
    await api.resources.directory.change(
      'demo-peer-worker',
      { ...peer, subject: 'demo-peer-worker', active: true },
      'x',
    );
  });

  it('ends only where it was begun: in another browser, or a second time, it is none', async () => {
    const { visitor } = await signIn('demo-nurse');
    const cameBackAt = visitor.asked.find(({ pathname }) => pathname === '/sign-in/callback') ?? '';
    expect(troubleOf(await new Visitor().goTo(cameBackAt))).toBe('late');
    const other = new Visitor();
    await other.goTo(`${api.url}/sign-in`);
    const stolen = await other.goTo(cameBackAt);
    expect([troubleOf(stolen), other.cookies.has('stepway_session')]).toEqual(['failed', false]);
    expect(troubleOf(await visitor.goTo(cameBackAt))).toBe('late');
  });

  it('says so when the provider does not let the person in', async () => {
    const visitor = new Visitor();
    await visitor.goTo(`${api.url}/sign-in?return_to=/board`);
    const declined = await visitor.goTo(`${api.url}/sign-in/callback?error=access_denied&state=x`);
    expect([troubleOf(declined), declined.url.pathname]).toEqual(['declined', '/board']);
  });
});

describe('over https', () => {
  it('the cookie has the name that no other host can set', async () => {
    const choice = await new Visitor().goTo(`${api.url}/sign-in`);
    expect(choice.status).toBe(200);
    const response = await fetch(`${api.url}/sign-in`, {
      redirect: 'manual',
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(response.headers.getSetCookie().join()).toMatch(
      /^__Host-stepway_sign_in=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });
});

describe('a signed-in person', () => {
  const ended = async (visitor: Visitor) => (await session(visitor)).status === 401;
  const update = (sql: string, visitor: Visitor) =>
    api.resources.pool.query(`UPDATE identity.session SET ${sql} WHERE id_hash = sha256(convert_to($1, 'UTF8'))`, [
      visitor.cookies.get('stepway_session'),
    ]);

  it('signs out at the server, and is led on to the provider', async () => {
    const { visitor } = await signIn('demo-nurse');
    const cookie = `stepway_session=${visitor.cookies.get('stepway_session') ?? ''}`;
    const { status, headers } = await api.send('POST', '/v1/sign-out', {
      ...{ authorization: '', headers: { cookie, 'sec-fetch-site': 'same-origin', origin: api.url } },
    });
    expect([status, await ended(visitor)]).toEqual([204, true]);
    expect(headers.get('stepway-continue-at')).toContain(`${provider.address}/session/end?`);
    expect(await lastRecord()).toMatchObject({ actor_id: 'demo-nurse', action: 'sign-out' });
  });

  it('is signed out after half an hour without doing anything, and after twelve hours anyway', async () => {
    const { visitor } = await signIn('demo-nurse');
    await update(`seen_at = clock_timestamp() - interval '31 minutes'`, visitor);
    expect(await ended(visitor)).toBe(true);
    const later = await signIn('demo-nurse');
    await update(`expires_at = clock_timestamp() - interval '1 second'`, later.visitor);
    expect(await ended(later.visitor)).toBe(true);
  });

  it('stays signed in by doing something, not by a page that asks by itself', async () => {
    const seenAfter = async (idle: Record<string, string>) => {
      const { visitor } = await signIn('demo-nurse');
      await update(`seen_at = clock_timestamp() - interval '20 minutes'`, visitor);
      const cookie = `stepway_session=${visitor.cookies.get('stepway_session') ?? ''}`;
      await api.send('GET', '/v1/session', { authorization: '', headers: { cookie, ...idle } });
      const { rows } = await api.resources.pool.query<{ minutes: number }>(
        `SELECT round(extract(epoch FROM clock_timestamp() - seen_at) / 60)::int AS minutes FROM identity.session
         WHERE id_hash = sha256(convert_to($1, 'UTF8'))`,
        [visitor.cookies.get('stepway_session')],
      );
      return rows[0]?.minutes;
    };
    expect(await seenAfter({})).toBe(0);
    expect(await seenAfter({ 'stepway-idle': '600' })).toBe(10);
    expect(await seenAfter({ 'stepway-idle': '1500' })).toBe(20);
  });

  it('is signed out by an administrator, who sees whose sessions are open', async () => {
    const { visitor } = await signIn('demo-therapist');
    const { body } = await api.send('GET', '/v1/sessions', { role: 'administrator' });
    const open = (body['items'] as { sessionId: string; actor: { id: string } }[]).find(
      ({ actor }) => actor.id === 'demo-therapist',
    );
    expect(open).toMatchObject({ actor: { name: 'Noa Kestrel', role: 'therapist' }, origin: 'provider', own: false });
    const end = () => api.send('POST', `/v1/sessions/${open?.sessionId}/end`, { role: 'administrator' });
    expect((await end()).status).toBe(204);
    expect(await ended(visitor)).toBe(true);
    expect((await end()).status).toBe(404);
  });

  it('may end between two pages of the open sessions: the next page goes on behind it', async () => {
    for (const person of ['demo-nurse', 'demo-therapist', 'demo-coordinator']) await signIn(person);
    const page = async (after: string) => api.send('GET', `/v1/sessions?limit=1${after}`, { role: 'administrator' });
    const { body } = await page('');
    const [newest] = body['items'] as { sessionId: string; actor: { id: string } }[];
    expect(newest?.actor.id).toBe('demo-coordinator');
    await api.send('POST', `/v1/sessions/${newest?.sessionId}/end`, { role: 'administrator' });
    const next = await page(`&cursor=${String(body['next'])}`);
    expect([next.status, next.body['items']]).toMatchObject([200, [{ actor: { id: 'demo-therapist' } }]]);
    expect((await page(`&cursor=${Buffer.from('["x","y"]').toString('base64url')}`)).status).toBe(400);
  });

  it('is signed out with leaving the directory', async () => {
    const { visitor } = await signIn('demo-therapist-2');
    const { staffId, ...entry } = staff.find((one) => one.staffId === 'demo-therapist-2') ?? stranger;
    const left = { ...entry, subject: staffId, active: false };
    expect((await api.send('POST', `/v1/staff/${staffId}`, { role: 'administrator', body: left })).status).toBe(200);
    expect(await ended(visitor)).toBe(true);
  });
});

describe('while the provider is away', () => {
  it('nobody is signed in, and the page says why', async () => {
    const away = await runApi({ environment: { ...provider.environment, STEPWAY_OIDC_ISSUER: 'http://127.0.0.1:9' } });
    const stop = await new Visitor().goTo(`${away.url}/sign-in?return_to=/board`);
    await away.stop();
    expect(troubleOf(stop)).toBe('away');
  });
});
