import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const entry = {
  staffId: 'teal',
  name: 'Teal Harrow',
  roles: ['therapist', 'coordinator'],
  sites: ['main'],
  programmes: null,
};
const changed = {
  name: 'Teal Harrow',
  roles: ['therapist'],
  sites: ['riverside'],
  programmes: null,
  subject: 'teal',
  active: true,
};
const asAdministrator = (path: string, body?: object) =>
  api.send(body === undefined ? 'GET' : 'POST', path, { role: 'administrator', ...(body && { body }) });
const staff = async (query = '') =>
  ((await api.send('GET', `/v1/staff${query}`)).body['items'] as { staffId: string }[]).map(({ staffId }) => staffId);

describe('the directory of the staff', () => {
  it('is filled by an administrator, and asked by everybody', async () => {
    expect((await api.send('POST', '/v1/staff', { body: entry })).status).toBe(403);
    const added = await asAdministrator('/v1/staff', entry);
    expect([added.status, added.body]).toEqual([
      201,
      { ...entry, active: true, subject: 'teal', version: expect.any(String) },
    ]);
    expect((await asAdministrator('/v1/staff', entry)).status).toBe(200);
    const { body } = await api.send('GET', '/v1/staff');
    expect(body['items']).toEqual([{ ...entry, active: true }]);
  });

  it('gives nobody the id or the subject of another', async () => {
    const other = await asAdministrator('/v1/staff', { ...entry, name: 'Somebody Else' });
    expect([other.status, other.body['type']]).toEqual([409, 'https://stepway.dev/problems/StaffTaken']);
    expect((await asAdministrator('/v1/staff', { ...entry, staffId: 'wim', subject: 'teal' })).status).toBe(409);
  });

  it('knows no site and no programme that is not there, and asks who works at sites for theirs', async () => {
    const pointers = async (more: object) => {
      const { status, body } = await asAdministrator('/v1/staff', { ...entry, staffId: 'new', ...more });
      return [status, (body['errors'] as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer)];
    };
    expect(await pointers({ sites: ['nowhere'] })).toEqual([400, ['/sites']]);
    expect(await pointers({ programmes: ['nothing'] })).toEqual([400, ['/programmes']]);
    expect(await pointers({ sites: null })).toEqual([400, ['/sites']]);
    expect(await pointers({ roles: ['medical-director'], sites: null })).toEqual([201, undefined]);
  });

  it('is asked by role, by site and by who is still here', async () => {
    expect(await staff('?role=medical-director')).toEqual(['new']);
    expect(await staff('?site=riverside')).toEqual(['new']);
    expect(await staff('?site=main&role=coordinator')).toEqual(['teal']);
    expect((await asAdministrator('/v1/staff/teal', { ...changed, active: false })).status).toBe(200);
    expect(await staff('?active=true')).toEqual(['new']);
    expect(await staff()).toEqual(['new', 'teal']);
    expect((await asAdministrator('/v1/staff/nobody', changed)).status).toBe(404);
  });

  it('lets no administrator lock themselves out', async () => {
    const own = { ...entry, staffId: 'spec-administrator', roles: ['administrator'], sites: null };
    await asAdministrator('/v1/staff', own);
    const without = { ...changed, subject: 'spec-administrator', sites: ['main'] };
    const { status, body } = await asAdministrator('/v1/staff/spec-administrator', without);
    expect([status, body['type']]).toEqual([409, 'https://stepway.dev/problems/OwnAccess']);
    // They come in as the first: as a nurse they could let nobody in, nor themselves.
    const second = { ...without, roles: ['nurse', 'administrator'] };
    expect((await asAdministrator('/v1/staff/spec-administrator', second)).status).toBe(409);
  });

  it('does not let one administrator undo what another has just changed, when they say what they have seen', async () => {
    const seen = (await asAdministrator('/v1/staff', { ...entry, staffId: 'una' })).body['version'];
    expect(seen).toMatch(/^\d+$/);
    const change = (more: object, ifMatch: unknown) =>
      api.send('POST', '/v1/staff/una', {
        role: 'administrator',
        body: { ...changed, subject: 'una', ...more },
        headers: { 'if-match': `"${String(ifMatch)}"` },
      });
    const first = await change({ sites: ['main'] }, seen);
    expect(first.status).toBe(200);
    const second = await change({ roles: ['nurse'] }, seen);
    expect([second.status, second.body['type']]).toEqual([412, 'https://stepway.dev/problems/StaffChanged']);
    expect((await change({ roles: ['nurse'], sites: ['main'] }, first.body['version'])).status).toBe(200);
    expect((await change({}, 'yesterday')).status).toBe(400);
    expect((await asAdministrator('/v1/staff/una', { ...changed, subject: 'una' })).status).toBe(200);
  });

  it('keeps on record who changed it', async () => {
    const { rows } = await api.resources.pool.query<{ actor_id: string; outcome: string }>(
      `SELECT actor_id, outcome FROM audit.access WHERE place = 'POST /v1/staff/:staffId' AND 'teal' = ANY(subject_ids)`,
    );
    expect(rows).toEqual([{ actor_id: 'spec-administrator', outcome: 'granted' }]);
  });
});

describe('a team', () => {
  it('is said by an administrator, of people who are there, and ends without them', async () => {
    const team = { title: 'River team', siteId: 'main', staffIds: ['teal', 'new'] };
    expect((await asAdministrator('/v1/teams/river', { ...team, staffIds: ['nobody'] })).status).toBe(400);
    expect((await asAdministrator('/v1/teams/river', team)).status).toBe(204);
    expect((await api.send('GET', '/v1/teams')).body['items']).toEqual([{ teamId: 'river', ...team }]);
    expect((await asAdministrator('/v1/teams/river', { ...team, staffIds: [] })).status).toBe(204);
    expect((await api.send('GET', '/v1/teams')).body['items']).toEqual([]);
  });
});

describe('who is on call', () => {
  const order = (path: string, staffIds: readonly string[], until?: string) =>
    asAdministrator(`/v1/on-call/${path}`, { staffIds, ...(until && { until }) });

  it('is said for a role at a site, of those who have the role there, in order, and ends without them', async () => {
    for (const staffId of ['merel', 'lijster'])
      await asAdministrator('/v1/staff', { ...entry, staffId, subject: staffId, roles: ['nurse'], sites: ['main'] });
    expect((await order('main/nurse', ['lijster', 'merel'])).status).toBe(204);
    expect((await api.send('GET', '/v1/on-call')).body['items']).toEqual([
      { siteId: 'main', role: 'nurse', staffIds: ['lijster', 'merel'], until: null },
    ]);
    expect((await order('riverside/nurse', ['merel'])).status).toBe(400);
    expect((await order('main/therapist', ['merel'])).status).toBe(400);
    expect((await order('nowhere/nurse', [])).status).toBe(404);
    expect((await order('main/system', [])).status).toBe(404);
    expect((await order('main/nurse', [])).status).toBe(204);
    expect((await api.send('GET', '/v1/on-call')).body['items']).toEqual([]);
  });

  it('is said until a moment ahead, by any clock; one that has passed is refused at its field', async () => {
    await asAdministrator('/v1/staff', {
      ...entry,
      staffId: 'merel',
      subject: 'merel',
      roles: ['nurse'],
      sites: ['main'],
    });
    expect((await order('main/nurse', ['merel'], '2099-12-24T08:00:00-05:00')).status).toBe(204);
    expect((await api.send('GET', '/v1/on-call')).body['items']).toEqual([
      { siteId: 'main', role: 'nurse', staffIds: ['merel'], until: '2099-12-24T13:00:00.000Z' },
    ]);
    const past = await order('main/nurse', ['merel'], '2020-01-01T00:00:00Z');
    expect(past).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until' }] } });
    expect((await order('main/nurse', [])).status).toBe(204);
  });

  it('is said for another site by nobody who works at sites of their own', async () => {
    const authorization = `Bearer ${await api.token('coordinator', { sites: ['main'] })}`;
    const body = { staffIds: [] };
    expect((await api.send('POST', '/v1/on-call/riverside/nurse', { authorization, body })).status).toBe(404);
    expect((await api.send('POST', '/v1/on-call/main/nurse', { authorization, body })).status).toBe(204);
  });
});

describe('the sites', () => {
  it('are known to everybody', async () => {
    const { body } = await api.send('GET', '/v1/sites', { role: 'system' });
    expect(body['items']).toContainEqual(expect.objectContaining({ siteId: 'main', timeZone: 'America/New_York' }));
  });
});
