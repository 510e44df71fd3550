import { randomUUID } from 'node:crypto';
import { queryNames, queryRoutes, Trail, type QueryName } from '@stepway/contracts';
import type { CommandType, Role } from '@stepway/pathway';
import { keepVerification, verifyTrail } from '@stepway/privacy';
import { narrowed } from '../auth/specs/expected.ts';
import { addressOf } from '../testing/addresses.ts';
import { quarantined } from '../testing/quarantined.ts';
import { registeredPartner } from '../testing/registered-partner.ts';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let ada: { readonly patientId: string; readonly episodeId: string; readonly messageId: string };
beforeAll(async () => {
  api = await runApi();
  const patientId = await api.newPatient();
  ada = { patientId, episodeId: await api.newJourney(patientId), messageId: await quarantined(api) };
  const deeds: readonly (readonly [CommandType, object])[] = [
    ['RecordMedication', { medicationId: 'm1', medication: 'buprenorphine', kind: 'moud', from: daysAgo(20) }],
    ['RaiseCrisis', { crisisId: 'c1', kind: 'overdose', actions: [] }],
    ['ScheduleDrugTest', { dueAt: daysAgo(-0.05), cause: 'for-cause' }],
    ['ChangeLevelOfCare', { to: 'residential', reasonCode: 'clinical-judgement', reason: 'Seen today' }],
  ];
  for (const [type, body] of deeds) await api.command(ada.episodeId, type, body, { role: 'medical-director' });
  await api.resources.recorder.run({ episodeId: ada.episodeId, now: new Date().toISOString() });
  await api.project(ada.episodeId);
  await registeredPartner(api);
}, 60_000);
afterAll(() => api.stop());

/** Somebody who came for this one look, so that what is on record of it can be told from all else. */
const newcomer = async (role: Role) => {
  const subject = `spec-${randomUUID()}`;
  return { subject, authorization: `Bearer ${await api.token(role, { subject })}` };
};
const officer = (path: string) => api.send('GET', path, { role: 'privacy-officer' });
const trailOf = async (path: string) => Trail.parse((await officer(path)).body);
const ofActor = async (actor: string) => (await trailOf(`/v1/audit?actor=${actor}`)).items;
const place = (name: QueryName) => `GET ${queryRoutes[name].path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

const showPeople = queryNames.filter((name) => ['journey', 'list', 'people', 'person'].includes(narrowed[name]));

describe('each answer that shows people', () => {
  it.each(showPeople)('is on record with all whom it shows: %s', async (name) => {
    const { subject, authorization } = await newcomer('medical-director');
    const { status, body } = await api.send('GET', addressOf(name, ada), { authorization });
    expect(status).toBe(200);
    // A journey is looked at also where this question about it has no answer yet.
    const shown = JSON.stringify(narrowed[name] === 'journey' ? ada : body);
    const found = await ofActor(subject);
    if (!shown.includes(ada.episodeId) && !shown.includes(ada.patientId)) return expect(found).toEqual([]);
    // Of a message nobody is known yet: it is on record by its own id.
    const people = name === 'quarantinedMessage' ? [] : [{ patientId: ada.patientId }];
    expect(found).toMatchObject([{ place: place(name), outcome: 'granted', people }]);
  });

  it('was asked of somebody who is on most of them', async () => {
    const seen: QueryName[] = [];
    for (const name of showPeople) {
      const { body } = await api.send('GET', addressOf(name, ada), { role: 'medical-director' });
      if (/"(patient|episode)Id":"/.test(JSON.stringify(body))) seen.push(name);
    }
    expect(seen).toEqual(
      expect.arrayContaining(['episodes', 'episode', 'events', 'handOffs', 'worklist', 'tests', 'patients', 'patient']),
    );
  });

  it.each(showPeople)('is on record when it is denied: %s', async (name) => {
    const { subject, authorization } = await newcomer('administrator');
    const { status } = await api.send('GET', addressOf(name, ada), { authorization });
    expect([403, 404]).toContain(status);
    expect(await ofActor(subject)).toMatchObject([{ place: place(name), outcome: 'denied' }]);
  });

  it('is one view when a page asks for its list again by itself, and still says of each person that they were shown', async () => {
    const { subject, authorization } = await newcomer('medical-director');
    const list = (ids: string) => api.send('GET', `/v1/episodes?episodeIds=${ids}`, { authorization });
    for (let asked = 0; asked < 3; asked += 1) await list(ada.episodeId);
    expect((await ofActor(subject)).map(({ people }) => people.length)).toEqual([1]);
    const benId = await api.newJourney();
    await api.project(benId);
    expect((await list(`${ada.episodeId},${benId}`)).body['items']).toHaveLength(2);
    const [latest, first, ...more] = await ofActor(subject);
    expect(more).toEqual([]);
    expect([first, latest].map((one) => one?.people.map(({ episodeId }) => episodeId))).toEqual([
      [ada.episodeId],
      [benId],
    ]);
    // Whom they look at themselves is on record each time.
    for (let asked = 0; asked < 2; asked += 1)
      await api.send('GET', `/v1/episodes/${ada.episodeId}`, { authorization });
    expect(await ofActor(subject)).toHaveLength(4);
  });

  it('is on record also when a search found nobody', async () => {
    const { subject, authorization } = await newcomer('nurse');
    const { body } = await api.send('GET', '/v1/patients?query=nobodyofthisname', { authorization });
    expect(body['items']).toEqual([]);
    expect(await ofActor(subject)).toMatchObject([{ action: 'search', outcome: 'granted', subjects: 0, people: [] }]);
  });

  it('is on record when nobody is signed in, as of somebody unknown, and the journey they asked for', async () => {
    for (const authorization of ['', 'Bearer no.such.token'])
      expect((await api.send('GET', `/v1/episodes/${ada.episodeId}`, { authorization })).status).toBe(401);
    const found = (await trailOf(`/v1/episodes/${ada.episodeId}/access?outcome=denied`)).items;
    const unknown = found.filter(({ actor }) => actor.id === 'unknown');
    expect(unknown.map((entry) => [entry.place, entry.people.length])).toEqual([
      ['GET /v1/episodes/:episodeId', 1],
      ['GET /v1/episodes/:episodeId', 1],
    ]);
  });

  it('is not written down without end for who is outside', async () => {
    for (let at = 0; at < 70; at += 1) await api.send('GET', '/v1/worklist', { authorization: '' });
    expect((await trailOf('/v1/audit?actor=unknown&limit=200')).items.length).toBeLessThanOrEqual(120);
  });
});

describe('a command', () => {
  it('is on record where it is denied, or only tried; what was done is in the log', async () => {
    const { subject, authorization } = await newcomer('peer-worker');
    const path = `/v1/episodes/${ada.episodeId}`;
    await api.send('POST', `${path}/admit`, { authorization, body: {} });
    const session = { encounterId: 'e1', kind: 'peer', startedAt: daysAgo(1), minutes: 30 };
    await api.send('POST', `${path}/record-outreach?dry=true`, { authorization, body: session });
    const found = await ofActor(subject);
    expect(found.map(({ action, place: what, outcome }) => [action, what, outcome])).toEqual([
      ['try', 'RecordOutreach', 'granted'],
      ['command', 'Admit', 'denied'],
    ]);
  });

  it('is on record where the rules do not allow it to the role, as the journey stands', async () => {
    const { subject, authorization } = await newcomer('peer-worker');
    const { body } = await api.send('GET', `/v1/worklist?episodeIds=${ada.episodeId}`);
    const answers = await Promise.all(
      (body['items'] as { taskId: string }[]).map(({ taskId }) =>
        api.send('POST', `/v1/episodes/${ada.episodeId}/claim-task`, { authorization, body: { taskId } }),
      ),
    );
    const denied = answers.filter(
      ({ status, body: said }) => status === 403 && String(said['type']).endsWith('RoleNotAllowed'),
    );
    expect(denied.length).toBeGreaterThan(0);
    const found = (await ofActor(subject)).filter(({ outcome }) => outcome === 'denied');
    expect(found).toHaveLength(denied.length);
  });
});

describe('the trail', () => {
  it('of a person has what was seen by their id and by that of each journey, and names them', async () => {
    await api.send('GET', `/v1/patients/${ada.patientId}`);
    await api.send('GET', `/v1/episodes/${ada.episodeId}/decisions`);
    for (const path of [
      `/v1/episodes/${ada.episodeId}/access`,
      `/v1/audit?person=${ada.patientId}`,
      `/v1/audit?person=${ada.episodeId}`,
    ]) {
      const { items } = await trailOf(`${path}${path.includes('?') ? '&' : '?'}limit=200`);
      const places = new Set(items.map((entry) => entry.place));
      expect([...places]).toEqual(expect.arrayContaining([place('patient'), place('decisions')]));
      expect(items[0]?.people[0]?.name).toEqual({ given: 'Ada', family: 'Canary' });
    }
  });

  it('comes in pages, the newest first, without a gap or a repeat', async () => {
    const whole = (await trailOf(`/v1/audit?to=${new Date().toISOString()}&limit=200`)).items;
    const [to] = [whole[0]?.at ?? ''];
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/v1/audit?to=${to}&limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { items, next }: Trail = await trailOf(path);
      found.push(...items.map(({ entryId }) => entryId));
      cursor = found.length >= 60 ? null : next;
    }
    const expected = whole.filter(({ at }) => at < to).map(({ entryId }) => entryId);
    expect(found.slice(0, 60)).toEqual(expected.slice(0, 60));
    expect((await officer('/v1/audit?cursor=bm9uZQ')).status).toBe(400);
  });

  it('is asked by action, outcome and time', async () => {
    const denied = (await trailOf('/v1/audit?outcome=denied&action=command')).items;
    expect(new Set(denied.map(({ action, outcome }) => `${action} ${outcome}`))).toEqual(new Set(['command denied']));
    expect((await trailOf(`/v1/audit?from=${daysAgo(-1)}`)).items).toEqual([]);
  });

  it('has on it who read it, also where it named nobody', async () => {
    const { subject, authorization } = await newcomer('privacy-officer');
    await api.send('GET', `/v1/audit?actor=nobody-at-all`, { authorization });
    await api.send('GET', `/v1/episodes/${ada.episodeId}/access`, { authorization });
    expect(await ofActor(subject)).toMatchObject([
      { action: 'read-trail', place: place('episodeAccess'), people: [{ patientId: ada.patientId }] },
      { action: 'read-trail', place: place('audit'), subjects: 0 },
    ]);
  });

  it('is closed to a privacy officer of one site only: it is about all of them', async () => {
    const authorization = `Bearer ${await api.token('privacy-officer', { sites: ['main'] })}`;
    expect((await api.send('GET', '/v1/audit', { authorization })).status).toBe(403);
  });

  it('says of nothing that it is intact before it was verified, and of each entry afterwards', async () => {
    const { pool } = api.resources;
    expect(await trailOf('/v1/audit?limit=1')).toMatchObject({ verified: null, items: [{ intact: null }] });
    await keepVerification(pool, { at: new Date().toISOString(), ...(await verifyTrail(pool)) });
    await trailOf('/v1/audit?limit=1');
    const { items, verified } = await trailOf('/v1/audit?limit=5');
    expect(verified).toMatchObject({ broken: 0 });
    expect(items.map(({ intact }) => intact)).toEqual([null, true, true, true, true]);
  });
});
