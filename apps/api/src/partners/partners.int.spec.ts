import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const harbourHouse = {
  title: 'Harbour House',
  active: true,
  recipient: { recipientId: 'harbour-house', classes: ['housing-provider'] },
  purpose: 'housing',
  eventTypes: ['Admitted', 'TransitionStarted'],
};
const set = (body: object, partnerId = 'recovery-housing') =>
  api.send('POST', `/v1/partners/${partnerId}`, { role: 'administrator', body });

describe('a partner', () => {
  it('is registered, changed, and seen with how far its stream has come', async () => {
    expect((await set(harbourHouse)).status).toBe(204);
    expect((await set({ ...harbourHouse, title: 'Harbour House II' })).status).toBe(204);
    const { body } = await api.send('GET', '/v1/partners/recovery-housing', { role: 'privacy-officer' });
    expect(body).toMatchObject({
      partnerId: 'recovery-housing',
      title: 'Harbour House II',
      stream: { topic: 'stepway.partner.recovery-housing.v1', delivered: 0, lagMs: 0, troubleSince: null },
    });
    const { body: all } = await api.send('GET', '/v1/partners', { role: 'administrator' });
    expect(all['items']).toHaveLength(1);
    const { body: trail } = await api.send('GET', '/v1/audit?action=write', { role: 'privacy-officer' });
    expect(trail['items']).toContainEqual(expect.objectContaining({ place: 'POST /v1/partners/:partnerId' }));
  });

  it('cannot ask for what never goes out, by type or by field', async () => {
    for (const [body, pointer] of [
      [{ ...harbourHouse, eventTypes: ['ConsentGiven'] }, '/eventTypes/0'],
      [{ ...harbourHouse, fields: { Admitted: ['reason'] } }, '/fields/Admitted/0'],
      [{ ...harbourHouse, siteIds: ['nowhere'] }, '/siteIds/0'],
    ] as const) {
      const { status, body: problem } = await set(body);
      expect([status, problem['errors']]).toEqual([400, [expect.objectContaining({ pointer })]]);
    }
  });

  it('has an id that may stand in the name of a topic', async () => {
    expect((await set(harbourHouse, 'Recovery_Housing')).status).toBe(404);
    expect((await api.send('GET', '/v1/partners/nobody', { role: 'administrator' })).status).toBe(404);
  });
});
