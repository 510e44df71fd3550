import { Preview } from '@stepway/contracts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';
import pg from 'pg';

const shippedFolder = 'libs/pathway/programmes';
const file = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(shippedFolder, name), 'utf8')) as Record<string, unknown>;
const ours = (version: number, more: object = {}) => ({
  ...file('standard-four.v2.json'),
  ...{ id: 'our-four', version, title: `Ours, version ${version}` },
  ...more,
});

let api: RunningApi;
const folder = mkdtempSync(join(tmpdir(), 'stepway-shipped-'));
beforeAll(async () => {
  api = await runApi();
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

/** Another process of the same deployment. */
const anotherApi = () => {
  const { databaseUrl, keysFile } = api.resources.configuration;
  return runApi({ databaseUrl, keysFile });
};
const publish = (body: object, role: 'programme-manager' | 'coordinator' = 'programme-manager') =>
  api.send('POST', '/v1/programmes', { role, body });
const open = async (running: RunningApi, programme: unknown) => {
  const patientId = await running.newPatient();
  const body = { patientId, programme, siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' };
  return running.send('POST', '/v1/episodes', { body });
};
const versionOf = async (running: RunningApi, episodeId: string) => {
  const journey = await running.resources.recorder.journey(episodeId);
  return journey.status === 'not-opened' ? undefined : journey.programme;
};

describe('a deployment that has started', () => {
  it('has published what ships, with when, by whom and the hash of its content', async () => {
    const { body } = await api.send('GET', '/v1/programmes');
    expect(body['items']).toEqual(
      ['full-continuum 1', 'standard-four 1', 'standard-four 2'].map((name) => {
        const [id, version] = name.split(' ');
        const publication = { by: 'stepway', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string };
        return expect.objectContaining({
          id,
          version: Number(version),
          publication: expect.objectContaining(publication),
        }) as unknown;
      }),
    );
  });

  it('gives a version as it was published, also of the first format', async () => {
    const first = await api.send('GET', '/v1/programmes/standard-four/1');
    expect(first.body['content']).toEqual(file('standard-four.v1.json'));
    const newest = await api.send('GET', '/v1/programmes/standard-four');
    expect(newest.body).toMatchObject({ version: 2, content: file('standard-four.v2.json') });
  });
});

describe('a programme that somebody publishes', () => {
  it('is refused where a text of it cannot be kept', async () => {
    for (const title of ['a\u0000b', 'a\ud800b']) {
      const body = JSON.stringify(ours(1, { title }));
      const answer = await api.send('POST', '/v1/programmes', { role: 'programme-manager', body });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/title' }] } });
    }
  });

  it('is there at once, and new episodes open on it; the same content again is no news', async () => {
    const answer = await publish(ours(1));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe('/v1/programmes/our-four/1');
    expect(answer.body).toMatchObject({ id: 'our-four', version: 1, publication: { by: 'spec-programme-manager' } });

    const opened = await open(api, 'our-four');
    expect(opened.status).toBe(201);
    expect((await publish(ours(1))).status).toBe(200);
    const trail = await api.send('GET', '/v1/audit?actor=spec-programme-manager', { role: 'privacy-officer' });
    expect(trail.body['items']).toContainEqual(
      expect.objectContaining({ place: 'POST /v1/programmes', action: 'write', outcome: 'granted' }),
    );
  });

  it('never changes: another content under its number is refused, and so is an earlier number', async () => {
    await publish(ours(4));
    const changed = await publish(ours(4, { title: 'Another' }));
    expect(changed.status).toBe(409);
    expect(changed.body).toMatchObject({ type: 'https://stepway.dev/problems/ProgrammeVersionTaken' });
    const earlier = await publish(ours(3));
    expect(earlier.body).toMatchObject({ type: 'https://stepway.dev/problems/ProgrammeVersionPassed', newest: 4 });
    expect((await api.send('GET', '/v1/programmes/our-four/4')).body).toMatchObject({ title: 'Ours, version 4' });
  });

  it('is refused by those who do not answer for the rules', async () => {
    expect((await publish(ours(9), 'coordinator')).status).toBe(403);
  });

  it('is refused with the place of each fault', async () => {
    const answer = await publish(ours(9, { ladder: ['detox', 'ward'], colour: 'blue' }));
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toEqual(
      expect.arrayContaining([{ pointer: '/colour', message: 'There is no such field' }]),
    );
  });
});

describe('a journey', () => {
  it('stays on its version when a newer one is published', async () => {
    await publish(ours(10));
    const { body } = await open(api, 'our-four');
    const episodeId = String(body['episodeId']);
    await publish(ours(11));
    await api.command(episodeId, 'Admit', { level: 'iop', attendedAt: daysAgo(3) });
    expect(await versionOf(api, episodeId)).toEqual({ id: 'our-four', version: 10 });
    expect(await versionOf(api, String((await open(api, 'our-four')).body['episodeId']))).toMatchObject({
      version: 11,
    });
  });
});

describe('what another process published', () => {
  it('is learned when somebody asks for it, and when a journey stands on it', async () => {
    const other = await anotherApi();
    try {
      await publish(ours(20));
      const opened = await open(other, { id: 'our-four', version: 20 });
      expect(opened.status).toBe(201);

      await publish(ours(21));
      const episodeId = String((await open(api, { id: 'our-four', version: 21 })).body['episodeId']);
      const admitted = await other.command(episodeId, 'Admit', { level: 'iop', attendedAt: daysAgo(3) });
      expect(admitted.status).toBe(200);
    } finally {
      await other.stop();
    }
  });

  it('is learned by the read models, so that its journeys are not parked', async () => {
    const other = await anotherApi();
    try {
      await publish(ours(30));
      const episodeId = String((await open(api, 'our-four')).body['episodeId']);
      await other.project(episodeId);
      expect((await other.send('GET', `/v1/episodes/${episodeId}`)).status).toBe(200);
    } finally {
      await other.stop();
    }
  });
});

describe('the table of programmes', () => {
  it.each(["UPDATE log.programme SET content = '{}'", 'DELETE FROM log.programme', 'TRUNCATE log.programme'])(
    'refuses to everyone: %s',
    async (sql) => {
      const { rows } = await api.resources.pool.query('SELECT count(*) FROM log.programme');
      for (const connectionString of [api.adminUrl, api.resources.configuration.databaseUrl]) {
        const client = new pg.Client({ connectionString });
        await client.connect();
        await expect(client.query(sql)).rejects.toThrow(/refused|permission denied/);
        await client.end();
      }
      expect((await api.resources.pool.query('SELECT count(*) FROM log.programme')).rows).toEqual(rows);
    },
  );
});

describe('a deployment whose files are not what was published', () => {
  const start = async (name: string, content: object) => {
    cpSync(shippedFolder, folder, { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(content));
    const { databaseUrl } = api.resources.configuration;
    const started = runApi({ databaseUrl, programmesDir: folder });
    return started.then(async (running) => running.stop());
  };

  it('does not start, and says which file, and what to do', async () => {
    const changed = { ...file('standard-four.v2.json'), title: 'Four other levels' };
    await expect(start('standard-four.v2.json', changed)).rejects.toThrow(
      /^standard-four\.v2\.json is not what was published as standard-four v2 on \d{4}-\d\d-\d\d by stepway .* give what is new the next version\.$/,
    );
  });

  it('starts where only the order of keys or the layout differs', async () => {
    const turned = Object.fromEntries(Object.entries(file('standard-four.v2.json')).toReversed());
    await expect(start('standard-four.v2.json', turned)).resolves.toBeUndefined();
  });
});

describe('the preview of a programme', () => {
  const at = '2027-03-01T14:00:00Z';
  const opening = { at, command: 'OpenEpisode', body: { siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' } };
  const admission = { at, command: 'Admit', body: { level: 'iop', attendedAt: at, reason: 'words' } };
  const test = {
    at: '2027-03-22T16:00:00Z',
    command: 'RecordDrugTestResult',
    role: 'nurse',
    body: {
      specimenId: 'S-1',
      collectedAt: '2027-03-22T13:00:00Z',
      reportedAt: '2027-03-22T15:00:00Z',
      status: 'final',
      validity: { finding: 'valid' },
      results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
    },
  };
  const tried = (body: object, path = 'standard-four/2', role: 'coordinator' | 'administrator' = 'coordinator') =>
    api.send('POST', `/v1/programmes/${path}/preview`, { role, body });

  it('gives the journey with its explanations, leaves out what was written, and stores nothing', async () => {
    const before = await api.send('GET', '/v1/census');
    const { status, body } = await tried({ commands: [opening, admission, test] });
    expect(status).toBe(200);
    const preview = Preview.parse(body);
    expect(preview.decisions.map(({ about, outcome }) => [about, outcome])).toEqual([
      ['drug-test', 'unexpected-use'],
      ['step-up', 'started'],
    ]);
    expect(preview.episode).toMatchObject({ level: 'iop', transition: { to: 'residential' } });
    expect(JSON.stringify(body)).not.toContain('words');
    expect((await api.send('GET', '/v1/census')).body['rows']).toEqual(before.body['rows']);
  });

  it('says what its commands lack, and of which version and for whom it is not there', async () => {
    expect((await tried({ commands: [{ ...admission, body: {} }] })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/commands/0/body/level' }, { pointer: '/commands/0/body/attendedAt' }],
    });
    expect((await tried({ commands: [admission] })).status).toBe(400);
    expect((await tried({ commands: [opening] }, 'standard-four/99')).status).toBe(404);
    expect((await tried({ commands: [opening] }, 'standard-four/2', 'administrator')).status).toBe(403);
  });
});
