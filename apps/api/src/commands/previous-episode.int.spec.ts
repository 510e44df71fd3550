import { daysAgo, openEpisode, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

/** A retry says the same moment. */
const openedAt = daysAgo(1);
const open = (patientId: string, previousEpisodeId: string, idempotencyKey?: string) =>
  api.send('POST', '/v1/episodes', {
    body: { ...openEpisode(patientId), occurredAt: openedAt, previousEpisodeId },
    ...(idempotencyKey !== undefined && { headers: { 'idempotency-key': idempotencyKey } }),
  });
const discharge = (episodeId: string) =>
  api.command(episodeId, 'DischargeEpisode', { at: daysAgo(3), reasonCode: 'dropped-out', occurredAt: daysAgo(3) });
const comeBack = (episodeId: string) =>
  api.command(episodeId, 'ReopenEpisode', { level: 'iop', attendedAt: daysAgo(0), reason: 'Their own wish.' });

describe('an episode that is linked to an earlier one', () => {
  it('shows the link both ways once it is opened', async () => {
    const patientId = await api.newPatient();
    const before = await api.newJourney(patientId);
    await discharge(before);
    const { status, body } = await open(patientId, before);
    expect(status).toBe(201);
    const after = String(body['episodeId']);
    await api.project(before, after);
    const page = async (episodeId: string) => (await api.send('GET', `/v1/episodes/${episodeId}`)).body;
    expect(await page(after)).toMatchObject({ previousEpisodeId: before, nextEpisodeId: null });
    expect(await page(before)).toMatchObject({ previousEpisodeId: null, nextEpisodeId: after });
  });

  it('is refused where the earlier one is unknown or somebody else’s, alike', async () => {
    const patientId = await api.newPatient();
    const others = await api.newJourney();
    await discharge(others);
    for (const previous of [others, '7d0f7a52-7c0e-4f0e-9e0a-3f1f2b9f0001']) {
      const { status, body } = await open(patientId, previous);
      expect(status).toBe(400);
      expect(body['errors']).toEqual([
        { pointer: '/previousEpisodeId', message: 'There is no such episode of this person' },
      ]);
    }
  });

  it('is refused while the earlier one is open', async () => {
    const patientId = await api.newPatient();
    const before = await api.newJourney(patientId);
    const { status, body } = await open(patientId, before);
    expect([status, body['type']]).toEqual([409, 'https://stepway.dev/problems/EpisodeAlreadyOpen']);
  });

  it('is the first answer again for a retry, whatever became of the earlier one since', async () => {
    const patientId = await api.newPatient();
    const before = await api.newJourney(patientId);
    await discharge(before);
    const first = await open(patientId, before, 'the same key');
    await api.command(String(first.body['episodeId']), 'CloseReferral', { at: daysAgo(0), reasonCode: 'other' });
    expect((await comeBack(before)).status).toBe(200);
    const again = await open(patientId, before, 'the same key');
    expect([again.status, again.body['episodeId']]).toEqual([200, first.body['episodeId']]);
  });
});

describe('a return to an ended episode', () => {
  it('is refused while the person has another one open, and possible after that', async () => {
    const patientId = await api.newPatient();
    const before = await api.newJourney(patientId);
    await discharge(before);
    const { body } = await open(patientId, before);
    const refused = await comeBack(before);
    expect([refused.status, refused.body['type']]).toEqual([409, 'https://stepway.dev/problems/EpisodeAlreadyOpen']);
    await api.command(String(body['episodeId']), 'CloseReferral', { at: daysAgo(0), reasonCode: 'other' });
    expect((await comeBack(before)).status).toBe(200);
    const third = await api.send('POST', '/v1/episodes', {
      body: { ...openEpisode(patientId), occurredAt: daysAgo(0) },
    });
    expect(third.status).toBe(409);
  });
});
