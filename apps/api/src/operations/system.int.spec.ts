import { randomUUID } from 'node:crypto';
import { RebuildView, SystemView } from '@stepway/contracts';
import { keepReport } from '@stepway/read-models';
import pg from 'pg';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const role = 'administrator' as const;
const system = async () => SystemView.parse((await api.send('GET', '/v1/system', { role })).body);
const shownLevel = async (episodeId: string) =>
  (await api.send('GET', `/v1/episodes?episodeIds=${episodeId}`)).body['items'] as { level: string }[];

/** Starts a rebuild and waits for its end. */
async function rebuilt(body: object): Promise<RebuildView> {
  const begun = await api.send('POST', '/v1/system/rebuilds', { role, body });
  expect([begun.status, begun.body['state']]).toEqual([202, 'running']);
  for (;;) {
    const { body: answer } = await api.send('GET', '/v1/system/rebuilds', { role });
    const [latest] = (answer['items'] as unknown[]).map((one) => RebuildView.parse(one));
    if (latest !== undefined && latest.rebuildId === begun.body['rebuildId'] && latest.endedAt !== null) return latest;
  }
}

describe('a rebuild from the page', () => {
  it('finds rows that are not what the log says, changes nothing, and puts them right when told to', async () => {
    const episodeId = await api.newJourney();
    await api.project(episodeId);
    expect(await rebuilt({ models: ['board'] })).toMatchObject({ state: 'equal', journeys: 1, of: 1, differences: [] });

    await api.resources.pool.query(
      `UPDATE read.board_row SET level = 'detox', row = row || '{"level":"detox"}' WHERE episode_id = $1`,
      [episodeId],
    );
    const compared = await rebuilt({ models: ['board'] });
    expect(compared).toMatchObject({
      state: 'differs',
      startedBy: `spec-${role}`,
      differences: [{ table: 'board_row', onlyLive: 1, onlyRebuilt: 1, episodeIds: [episodeId] }],
    });
    expect(await shownLevel(episodeId)).toMatchObject([{ level: 'detox' }]);

    expect(await rebuilt({ models: ['board'], switch: true })).toMatchObject({ state: 'switched' });
    expect(await shownLevel(episodeId)).toMatchObject([{ level: 'iop' }]);
  });

  it('is one at a time, and of read models that there are', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => api.send('POST', '/v1/system/rebuilds', { role, body: { models: ['board'] } })),
    );
    expect(new Set([first?.status, second?.status])).toEqual(new Set([202, 409]));
    const unknown = await api.send('POST', '/v1/system/rebuilds', { role, body: { models: ['names'] } });
    expect(unknown.status).toBe(400);
  });
});

describe('the system as it is', () => {
  it('says what is parked, and asks for it to be tried again', async () => {
    const episodeId = randomUUID();
    await api.resources.pool.query(
      "INSERT INTO read.parked (episode_id, version, reason) VALUES ($1, 3, 'NOT_BY_CONTRACT')",
      [episodeId],
    );
    const retry = (id: string) => api.send('POST', `/v1/system/parked/${id}/retry`, { role });
    const parked = { episodeId, version: 3, reason: 'NOT_BY_CONTRACT', records: 0 };
    expect((await system()).parked).toMatchObject({ journeys: 1, items: [{ ...parked, retryAskedAt: null }] });
    expect((await retry(episodeId)).status).toBe(202);
    expect((await system()).parked.items).toMatchObject([{ ...parked, retryAskedAt: expect.any(String) }]);
    expect((await retry(randomUUID())).status).toBe(404);
  });

  it('says how far the programs are, which servers answer, and when all was last verified', async () => {
    expect((await system()).verify).toBeNull();
    const findings = [{ invariant: 'I2', title: 'Versions follow each other', checked: 4, breaches: [] }];
    await keepReport(api.resources.pool, 'verify', findings);
    const now = await system();
    expect(now.verify).toMatchObject({ findings });
    expect(now.servers.map(({ name }) => name)).toEqual(['postgres', 'kafka', 'temporal']);
    expect(now.servers[0]).toMatchObject({ up: true });
    expect(now.readModels).toContain('board');
  });
});

describe('after an upgrade that brought a new read model', () => {
  it('what is asked of it is not answered as if nobody were there: how far it is, and when to ask again', async () => {
    const upgraded = await runApi();
    const episodeId = await upgraded.newJourney();
    await upgraded.project(episodeId);
    const admin = new pg.Client({ connectionString: upgraded.adminUrl });
    await admin.connect();
    await admin.query(
      `UPDATE read.coverage SET whole_since = NULL, folded = 40, to_fold = 160 WHERE name = 'worklist'`,
    );
    const restarted = await runApi({
      databaseUrl: upgraded.resources.configuration.databaseUrl,
      keysFile: upgraded.resources.configuration.keysFile,
    });
    const asked = await restarted.send('GET', '/v1/worklist');
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '2']);
    expect(asked.body).toMatchObject({
      type: 'https://stepway.dev/problems/being-filled',
      filling: { model: 'worklist', journeys: 40, of: 160 },
    });
    expect((await restarted.send('GET', '/v1/episodes')).body).toMatchObject({ items: [{ episodeId }] });
    const shown = SystemView.parse((await restarted.send('GET', '/v1/system', { role })).body);
    expect(shown.filling).toMatchObject([{ model: 'worklist', journeys: 40, of: 160, trouble: null }]);

    await admin.query(`UPDATE read.coverage SET whole_since = now() WHERE name = 'worklist'`);
    let status = 503;
    while (status === 503) ({ status } = await restarted.send('GET', '/v1/worklist'));
    expect(status).toBe(200);
    await admin.end();
    await restarted.stop();
    await upgraded.stop();
  });
});
