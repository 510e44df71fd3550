import { queryRoutes, type QueryName } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import pg from 'pg';
import { daysAgo, drugTestResult, runApi, type Answered, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let admin: pg.Pool;
let patientId: string;
let episodeId: string;
beforeAll(async () => {
  api = await runApi();
  admin = new pg.Pool({ connectionString: api.adminUrl, max: 1 });
  patientId = await api.newPatient({ given: 'Zoë', family: 'Canary' });
  episodeId = await api.newJourney(patientId);
  await api.command(episodeId, 'RecordDrugTestResult', drugTestResult('S-1', { reason: 'the canary sang' }));
  await api.resources.recorder.run({ episodeId, now: new Date().toISOString() });
  await api.project(episodeId);
});
afterAll(async () => {
  await admin.end();
  await api.stop();
});

const get = (path: string, role?: Role) => api.send('GET', path, role === undefined ? {} : { role });
/** The answer fits the schema that is published for it. */
const fits = (name: QueryName, { status, body }: Answered): Record<string, unknown> => {
  expect(status).toBe(200);
  expect(queryRoutes[name].answer.safeParse(body).error).toBeUndefined();
  return body;
};
const items = (body: Record<string, unknown>): Record<string, unknown>[] =>
  Array.isArray(body['items']) ? body['items'] : [];

describe('a journey stepped up by a positive test', () => {
  it('is on the board with the name of its person', async () => {
    const body = fits('episodes', await get('/v1/episodes'));
    expect(items(body)).toEqual([
      expect.objectContaining({
        episodeId,
        name: { given: 'Zoë', family: 'Canary' },
        transition: expect.objectContaining({ kind: 'step-up', state: 'started' }),
      }),
    ]);
  });

  it('is found by words of the name, whatever their case and accents', async () => {
    expect(items(fits('episodes', await get('/v1/episodes?q=zoe%20CANARY')))).toHaveLength(1);
    expect(items(fits('episodes', await get('/v1/episodes?q=nobody')))).toHaveLength(0);
    expect(items(fits('patients', await get('/v1/patients?query=zoe')))).toHaveLength(1);
  });

  it('is found and left out by filters', async () => {
    for (const hit of [
      'site=main',
      'level=iop,detox',
      'flag=hand-off',
      `episodeIds=${episodeId}`,
      'status=active,referred',
    ])
      expect([hit, items(fits('episodes', await get(`/v1/episodes?${hit}`))).length]).toEqual([hit, 1]);
    for (const miss of ['level=detox', 'status=discharged', 'flag=hold', 'programme=other'])
      expect([miss, items(fits('episodes', await get(`/v1/episodes?${miss}`))).length]).toEqual([miss, 0]);
  });

  it('is on the board of now as on the board of this moment, and on that of a moment before as it was known then', async () => {
    const board = async (query: string) => fits('episodes', await get(`/v1/episodes?sort=episode-id&${query}`));
    const { events } = await api.resources.log.readStream(episodeId);
    const [opened] = events;
    const nothingLater = { toldLater: { facts: 0, specimens: 0 } };
    for (const sense of ['known', 'true'])
      expect(items(await board(`sense=${sense}&asOf=${new Date().toISOString()}`))).toEqual(
        items(await board('')).map((row) => ({ ...row, ...nothingLater })),
      );
    expect(items(await board(`asOf=${opened?.recordedAt ?? ''}`))).toEqual([
      expect.objectContaining({ episodeId, version: 1, status: 'referred', name: { given: 'Zoë', family: 'Canary' } }),
    ]);
    expect(items(await board(`asOf=${daysAgo(1)}`))).toEqual([]);
    for (const hit of ['flag=hand-off', 'level=iop', 'kind=step-up', 'q=zoe', `episodeIds=${episodeId}`])
      expect([hit, items(await board(`asOf=${new Date().toISOString()}&${hit}`)).length]).toEqual([hit, 1]);
    for (const miss of ['flag=hold', 'level=detox', 'kind=step-down', 'q=nobody', 'status=discharged'])
      expect([miss, items(await board(`asOf=${new Date().toISOString()}&${miss}`)).length]).toEqual([miss, 0]);
  });

  it('is not sorted by what time changes, as of a moment of the past', async () => {
    const { status, body } = await get(`/v1/episodes?sort=act-by&asOf=${daysAgo(1)}`);
    expect([status, body['errors']]).toEqual([400, [expect.objectContaining({ pointer: 'query:sort' })]]);
  });

  it('is in the census, in hand-off', async () => {
    const body = fits('census', await get('/v1/census'));
    expect(body['rows']).toEqual([
      expect.objectContaining({ siteId: 'main', level: 'iop', active: 1, inHandOff: 1, waiting: 0 }),
    ]);
    const before = fits('census', await get(`/v1/census?asOf=${encodeURIComponent(daysAgo(1))}`));
    expect(before['rows']).toEqual([]);
  });

  it('is between two levels, and no proposal', async () => {
    expect(items(fits('handOffs', await get('/v1/hand-offs')))).toHaveLength(1);
    expect(items(fits('proposals', await get('/v1/proposals')))).toHaveLength(0);
  });

  it('is between two levels as of now, in both senses, and was not before it began', async () => {
    const { events } = await api.resources.log.readStream(episodeId);
    const started = events.find(({ type }) => type === 'TransitionStarted')?.recordedAt ?? '';
    const before = new Date(Date.parse(started) - 1).toISOString();
    const at = async (asOf: string, sense: string) =>
      items(fits('handOffs', await get(`/v1/hand-offs?asOf=${asOf}&sense=${sense}`))).length;
    const now = new Date().toISOString();
    expect([await at(now, 'known'), await at(now, 'true'), await at(before, 'known')]).toEqual([1, 1, 0]);
    expect(items(fits('proposals', await get(`/v1/proposals?asOf=${now}`)))).toEqual([]);
  });

  it('has a page of its own', async () => {
    const answer = await get(`/v1/episodes/${episodeId}`);
    const body = fits('episode', answer);
    expect(body).toMatchObject({ episodeId, patientId, level: 'iop', name: { given: 'Zoë', family: 'Canary' } });
    expect(answer.headers.get('stepway-lag-ms')).toMatch(/^\d+$/);
    expect(answer.headers.get('stepway-run-lag-ms')).toMatch(/^\d+$/);
  });

  it('is shown as it was known at a moment of the past', async () => {
    const { events } = await api.resources.log.readStream(episodeId);
    const [opened] = events;
    const then = fits('episode', await get(`/v1/episodes/${episodeId}?asOf=${opened?.recordedAt ?? ''}`));
    expect(then).toMatchObject({ status: 'referred', version: 1, specimens: [] });
    expect((await get(`/v1/episodes/${episodeId}?asOf=${daysAgo(400)}`)).status).toBe(404);
  });

  it('is shown as it was true at a moment of the past, told only later', async () => {
    const then = `asOf=${daysAgo(0.5)}&sense=`;
    const asked = async (name: QueryName, path: string) =>
      Promise.all(
        ['known', 'true'].map(async (sense) =>
          (await get(`${path}?${then}${sense}`)).status === 404
            ? undefined
            : fits(name, await get(`${path}?${then}${sense}`)),
        ),
      );
    const [known, wasTrue] = await asked('episode', `/v1/episodes/${episodeId}`);
    expect(known).toBeUndefined();
    expect(wasTrue).toMatchObject({ status: 'active', level: 'iop', transition: null, toldLater: { specimens: 1 } });
    const counts = await asked('census', '/v1/census');
    expect(counts.map((census) => census?.['rows'])).toEqual([
      [],
      [expect.objectContaining({ level: 'iop', active: 1, inHandOff: 0 })],
    ]);
    for (const part of ['events', 'decisions', 'weeklyScreens'] as const) {
      const path = `/v1/episodes/${episodeId}/${part === 'weeklyScreens' ? 'weekly-screens' : part}`;
      const lengths = (await asked(part, path)).map((body) => items(body ?? {}).length);
      expect([part, lengths[0]]).toEqual([part, 0]);
      expect([part, (lengths[1] ?? 0) > 0]).toEqual([part, part !== 'weeklyScreens']);
    }
  });

  it('tells its facts newest first, page by page, its words opened for those who may read them', async () => {
    const all = items(fits('events', await get(`/v1/episodes/${episodeId}/events`)));
    expect(all.map(({ version }) => version)).toEqual(all.map((_, index) => all.length - index));
    expect(JSON.stringify(all)).toContain('the canary sang');
    const first = fits('events', await get(`/v1/episodes/${episodeId}/events?limit=2`));
    const second = fits(
      'events',
      await get(`/v1/episodes/${episodeId}/events?limit=500&cursor=${String(first['next'])}`),
    );
    expect([...items(first), ...items(second)]).toEqual(all);
  });

  it('error 26: keeps its words sealed from those who may not read them', async () => {
    const { body } = await get(`/v1/episodes/${episodeId}/events`, 'programme-manager');
    expect(JSON.stringify(body)).not.toContain('canary');
    expect(JSON.stringify(body)).toContain('"sealed"');
  });

  it('explains its decisions', async () => {
    const decisions = items(fits('decisions', await get(`/v1/episodes/${episodeId}/decisions`)));
    expect(decisions.map(({ about }) => about)).toEqual(expect.arrayContaining(['drug-test', 'step-up']));
    const only = items(fits('decisions', await get(`/v1/episodes/${episodeId}/decisions?about=step-up`)));
    expect(new Set(only.map(({ about }) => about))).toEqual(new Set(['step-up']));
  });

  it('has no weeks before a screening plan is set', async () => {
    expect(fits('weeklyScreens', await get(`/v1/episodes/${episodeId}/weekly-screens`))).toEqual({
      items: [],
      next: null,
    });
  });

  it('error 26: shows no names to a machine', async () => {
    const { body } = await get('/v1/episodes', 'system');
    expect(items(body)).toEqual([expect.objectContaining({ episodeId, name: null })]);
    expect((await get(`/v1/patients/${patientId}`, 'system')).status).toBe(404);
    expect((await get('/v1/patients?query=zoe', 'system')).status).toBe(403);
  });
});

describe('the person of a journey', () => {
  it('is shown by id', async () => {
    const body = fits('patient', await get(`/v1/patients/${patientId}`));
    expect(body).toMatchObject({ patientId, name: { given: 'Zoë', family: 'Canary' }, birthDate: '1980-02-03' });
    expect((await get('/v1/patients/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });
});

describe('the programmes', () => {
  it('are shown with all versions, the newest, and one', async () => {
    const all = items(fits('programmes', await get('/v1/programmes')));
    const any = all.find(({ id }) => id === 'standard-four');
    expect(any).toMatchObject({ ladder: ['detox', 'residential', 'iop', 'aftercare'] });
    fits('programme', await get('/v1/programmes/standard-four'));
    fits('programmeVersion', await get(`/v1/programmes/standard-four/${String(any?.['version'])}`));
    expect((await get('/v1/programmes/standard-four/99')).status).toBe(404);
  });
});

describe('who is signed in', () => {
  it('is told, with what this deployment is', async () => {
    const body = fits('session', await get('/v1/session', 'nurse'));
    expect(body).toMatchObject({
      actor: { id: 'spec-nurse', role: 'nurse' },
      deployment: {
        timeZone: 'America/New_York',
        timeZones: { main: 'America/New_York', riverside: 'America/Chicago' },
      },
    });
  });
});

describe('a caller that has just written', () => {
  it('reads its own write once the board has it', async () => {
    const answered = await api.command(episodeId, 'PlaceHold', { holdId: 'h', until: daysAgo(-3), reason: 'why' });
    const version = String(answered.body['version']);
    const asked = get(`/v1/episodes/${episodeId}?after=${version}`);
    await api.project(episodeId);
    const { body, headers } = await asked;
    expect(String(body['version'])).toBe(version);
    expect(headers.get('stepway-stale')).toBeNull();
  });

  it('is told that the answer is stale when the board does not get it in time', async () => {
    const headers = { 'stepway-after': `${episodeId}=999` };
    const answer = await api.send('GET', '/v1/episodes', { headers });
    expect([answer.status, answer.headers.get('stepway-stale')]).toEqual([200, 'true']);
  });
});

describe('every look at a person', () => {
  const audited = async () => (await admin.query('SELECT * FROM audit.access ORDER BY stored_at DESC LIMIT 1')).rows[0];

  it('is on record, with the route and without the search', async () => {
    await get('/v1/episodes?q=zoe', 'nurse');
    expect(await audited()).toMatchObject({
      ...{
        actor_id: 'spec-nurse',
        action: 'list',
        place: 'GET /v1/episodes',
        outcome: 'granted',
        subject_ids: [episodeId],
      },
    });
    await get(`/v1/episodes/${episodeId}/events`, 'nurse');
    expect(await audited()).toMatchObject({ action: 'open-text', place: 'GET /v1/episodes/:episodeId/events' });
  });

  it('is on record when it is denied', async () => {
    await get(`/v1/episodes/${episodeId}`, 'administrator');
    expect(await audited()).toMatchObject({ actor_role: 'administrator', outcome: 'denied', subject_ids: [episodeId] });
  });

  it('does not happen when it cannot be put on record', async () => {
    await admin.query('ALTER TABLE audit.access RENAME TO elsewhere');
    const { status, body } = await get(`/v1/episodes/${episodeId}`);
    await admin.query('ALTER TABLE audit.elsewhere RENAME TO access');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/Canary|audit|access/);
  });
});
