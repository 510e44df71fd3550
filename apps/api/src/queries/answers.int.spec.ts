import { queryNames, type QueryName } from '@stepway/contracts';
import { roles } from '@stepway/pathway';
import { mayAsk } from '../auth/permissions.ts';
import { addressOf } from '../testing/addresses.ts';
import { quarantined } from '../testing/quarantined.ts';
import { registeredPartner } from '../testing/registered-partner.ts';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let patientId: string;
let episodeId: string;
let messageId: string;
beforeAll(async () => {
  api = await runApi();
  patientId = await api.newPatient({ given: 'Ada', family: 'Canary' });
  episodeId = await api.newJourney(patientId);
  const plan = { from: daysAgo(30), drugClasses: ['cocaine'], negativeBy: 'specimen' };
  await api.command(episodeId, 'SetScreeningPlan', plan);
  await api.project(episodeId);
  messageId = await quarantined(api);
  await registeredPartner(api);
});
afterAll(() => api.stop());

const get = (path: string) => api.send('GET', path, { role: 'coordinator' });
/** By a role that may ask it. */
const asked = (name: QueryName, path: string) => {
  const role = roles.find((one) => mayAsk(one, name));
  if (role === undefined) throw new Error(`Nobody may ask ${name}`);
  return api.send('GET', path, { role });
};
const about = () => ({ episodeId, patientId, messageId });

describe('every answer to a question', () => {
  it('says how old it is, and is kept nowhere', async () => {
    for (const name of queryNames) {
      const path = addressOf(name, about());
      const { status, headers } = await asked(name, path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      expect(Number(headers.get('stepway-lag-ms') ?? 'none')).toBeGreaterThanOrEqual(0);
      expect(Number(headers.get('stepway-run-lag-ms') ?? 'none')).toBeGreaterThanOrEqual(0);
    }
  });

  it('is refused a parameter that nobody knows', async () => {
    for (const name of queryNames) {
      const path = addressOf(name, about(), { canary: '1' });
      const { status, body } = await asked(name, path);
      expect([path, status, JSON.stringify(body['errors'])]).toEqual([
        path,
        400,
        expect.stringContaining('"query:canary"'),
      ]);
    }
  });
});

describe('a journey', () => {
  it('has its version as an ETag that the next command may name', async () => {
    const { headers, body } = await get(`/v1/episodes/${episodeId}`);
    expect(headers.get('etag')).toBe(`"${String(body['version'])}"`);
    const session = { sessionId: 's1', type: 'group', startedAt: daysAgo(1), minutes: 60, attendance: 'attended' };
    const ifMatch = { headers: { 'if-match': headers.get('etag') ?? '' } };
    expect((await api.command(episodeId, 'RecordSession', session, ifMatch)).status).toBe(200);
    const other = { ...session, sessionId: 's2' };
    expect((await api.command(episodeId, 'RecordSession', other, ifMatch)).status).toBe(412);
    expect((await get(`/v1/episodes/${episodeId}?asOf=${daysAgo(0)}`)).headers.get('etag')).toBeNull();
  });

  it('gives its weeks page by page', async () => {
    const path = `/v1/episodes/${episodeId}/weekly-screens`;
    const { items } = (await get(path)).body as { items: { week: number }[] };
    const seen: number[] = [];
    for (let next: unknown = undefined, pages = 0; next !== null && pages < 10; pages += 1) {
      const { body } = await get(`${path}?limit=2${typeof next === 'string' ? `&cursor=${next}` : ''}`);
      seen.push(...(body as { items: { week: number }[] }).items.map(({ week }) => week));
      next = body['next'];
    }
    expect(items.length).toBeGreaterThan(2);
    expect(seen).toEqual(items.map(({ week }) => week));
    expect((await get(`${path}?cursor=canary`)).status).toBe(400);
  });
});

describe('the programmes', () => {
  it('come page by page, and each version by its own number only', async () => {
    expect((await get('/v1/programmes?limit=1')).body['items']).toHaveLength(1);
    expect((await get('/v1/programmes?cursor=canary')).status).toBe(400);
    for (const version of ['1.0', '0x1', '01', '%201'])
      expect([version, (await get(`/v1/programmes/standard-four/${version}`)).status]).toEqual([version, 404]);
  });
});

describe('a role that sees no journeys', () => {
  it('does not learn from the wait for a version whether there is one', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const id of [episodeId, unknown]) {
      const asked = await api.send('GET', `/v1/episodes/${id}?after=999`, { role: 'administrator' });
      expect([asked.status, asked.headers.get('stepway-stale')]).toEqual([404, null]);
      const headers = { 'stepway-after': `${id}=999` };
      const counted = await api.send('GET', '/v1/capacity', { role: 'administrator', headers });
      expect([counted.status, counted.headers.get('stepway-stale')]).toEqual([200, null]);
    }
  });
});

describe('a search for people', () => {
  it('finds all of them, page by page', async () => {
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await api.newPatient({ given: 'Many', family: 'Canary' }));
    const seen: unknown[] = [];
    for (let next: unknown = undefined, pages = 0; next !== null && pages < 10; pages += 1) {
      const cursor = typeof next === 'string' ? `&cursor=${next}` : '';
      const { body } = await get(`/v1/patients?query=many&limit=2${cursor}`);
      seen.push(...(body as { items: { patientId: string }[] }).items.map((person) => person.patientId));
      next = body['next'];
    }
    expect(seen).toEqual(ids.toSorted());
    for (const cursor of ['canary', Buffer.from('["canary"]').toString('base64url')])
      expect((await get(`/v1/patients?query=many&cursor=${cursor}`)).status).toBe(400);
  });
});

describe('a person', () => {
  it('is given back as sent, by id alone', async () => {
    const sent = {
      name: { given: 'Grace', family: 'Canary' },
      birthDate: '1980-02-03',
      sex: 'female',
      contacts: [{ system: 'phone', value: '+1 555 0100' }],
      mrn: 'M-1',
      externalIds: [{ system: 'https://elsewhere.example', value: '7' }],
    };
    const { body } = await api.send('POST', '/v1/patients', { body: sent });
    const id = String(body['patientId']);
    expect((await get(`/v1/patients/${id}`)).body).toEqual({ patientId: id, ...sent });
    expect((await get(`/v1/patients/${id.toUpperCase()}`)).body['patientId']).toBe(id);
    const { name, birthDate } = sent;
    expect((await get('/v1/patients?query=grace')).body['items']).toEqual([{ patientId: id, name, birthDate }]);
  });
});
