import { queryRoutes } from '@stepway/contracts';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let onHold: string;
beforeAll(async () => {
  api = await runApi();
  onHold = await api.newJourney();
  await api.newJourney();
  const hold = { holdId: 'h1', until: new Date(Date.now() + 86_400_000).toISOString(), reason: 'waits for a report' };
  expect((await api.command(onHold, 'PlaceHold', hold)).status).toBe(200);
  for (const { episodeId } of await placed()) await api.project(episodeId);
});
afterAll(() => api.stop());

const placed = async () => {
  const { rows } = await api.resources.pool.query<{ episodeId: string }>(
    'SELECT episode_id AS "episodeId" FROM log.stream',
  );
  return rows;
};

const waiting = async (asked: string): Promise<readonly string[]> => {
  const { status, body } = await api.send('GET', `/v1/proposals?${asked}`);
  expect(status).toBe(200);
  return queryRoutes.proposals.answer.parse(body).items.map(({ episodeId }) => episodeId);
};

describe('what waited for a decision, as of a moment', () => {
  it.each(['known', 'true'])('is who had it then, in the sense of what was %s', async (sense) => {
    const now = new Date().toISOString();
    expect(await waiting(`flag=hold&sense=${sense}&asOf=${now}`)).toEqual([onHold]);
    expect(await waiting(`flag=hold,proposal,second-person&sense=${sense}&asOf=${now}`)).toEqual([onHold]);
    expect(await waiting(`flag=proposal&sense=${sense}&asOf=${now}`)).toEqual([]);
    expect(await waiting(`flag=hold&sense=${sense}&asOf=${daysAgo(1)}`)).toEqual([]);
  });

  it('is the same as now', async () => {
    expect(await waiting('flag=hold')).toEqual([onHold]);
  });
});
