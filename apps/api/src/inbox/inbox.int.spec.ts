import { randomUUID } from 'node:crypto';
import { quarantined } from '../testing/quarantined.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const waits = (words?: string) => quarantined(api, words);
const listed = async (options = {}): Promise<readonly { messageId: string }[]> =>
  (await api.send('GET', '/v1/inbox/quarantine', options)).body['items'] as never;
const ofRiverside = async () => ({
  authorization: `Bearer ${await api.token('nurse', { subject: 'nurse-2', sites: ['riverside'] })}`,
});
const trail = async (messageId: string) =>
  (
    await api.resources.pool.query('SELECT action, outcome FROM audit.access WHERE $1 = ANY(subject_ids) ORDER BY at', [
      messageId,
    ])
  ).rows;

describe('a message that waits for a person', () => {
  it('is in the list without its words, and with them for one who opens it, which is on record', async () => {
    const messageId = await waits();
    expect(JSON.stringify(await listed())).not.toContain('canary');
    expect(await listed()).toContainEqual(
      expect.objectContaining({ messageId, sender: 'North laboratory', reason: 'nobody-found' }),
    );
    const { body } = await api.send('GET', `/v1/inbox/quarantine/${messageId}`, { role: 'nurse' });
    expect(body['text']).toBe('PID|1||canary');
    expect(await trail(messageId)).toEqual([{ action: 'open-text', outcome: 'granted' }]);
  });

  it('is not there for somebody of another site: not in the list, not by its id, not to be decided', async () => {
    const messageId = await waits();
    const elsewhere = await ofRiverside();
    expect(await listed(elsewhere)).toEqual([]);
    const place = `/v1/inbox/quarantine/${messageId}`;
    const answers = [
      await api.send('GET', place, elsewhere),
      await api.send('POST', `${place}/release`, { ...elsewhere, body: {} }),
      await api.send('POST', `${place}/dismiss`, { ...elsewhere, body: { reasonCode: 'test-message' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('is taken up again with whom it speaks of, once', async () => {
    const messageId = await waits();
    const patientId = await api.newPatient();
    const release = `/v1/inbox/quarantine/${messageId}/release`;
    expect((await api.send('POST', release, { body: { patientId: randomUUID() } })).status).toBe(400);
    expect((await api.send('POST', release, { body: { patientId } })).status).toBe(202);
    expect((await api.send('POST', release, { body: { patientId } })).status).toBe(404);
    const taken = await api.resources.inbox.taking.take(100);
    expect(taken).toContainEqual(expect.objectContaining({ messageId, patientId }));
  });

  it('is dismissed with a reason, and its words are gone', async () => {
    const messageId = await waits();
    const dismiss = `/v1/inbox/quarantine/${messageId}/dismiss`;
    expect((await api.send('POST', dismiss, { body: { reasonCode: 'because' } })).status).toBe(400);
    expect((await api.send('POST', dismiss, { body: { reasonCode: 'test-message' } })).status).toBe(204);
    expect((await api.send('GET', `/v1/inbox/quarantine/${messageId}`)).status).toBe(404);
    const { rows } = await api.resources.pool.query('SELECT state, body FROM inbox.message WHERE message_id = $1', [
      messageId,
    ]);
    expect(rows).toEqual([{ state: 'dismissed', body: null }]);
  });

  it('comes page by page', async () => {
    await waits();
    await waits();
    const first = await api.send('GET', '/v1/inbox/quarantine?limit=1');
    const second = await api.send('GET', `/v1/inbox/quarantine?limit=1&cursor=${String(first.body['next'])}`);
    const [one, other] = [first, second].map(({ body }) => (body['items'] as { messageId: string }[])[0]?.messageId);
    expect(other).toBeDefined();
    expect(one).not.toBe(other);
  });
});

describe('those who run the inbox', () => {
  it('see how many messages wait, and nothing of them', async () => {
    await waits();
    const { body } = await api.send('GET', '/v1/inbox', { role: 'administrator' });
    expect(body).toMatchObject({ quarantined: expect.any(Number), bySender: [{ senderId: 'north' }] });
  });

  it('register a sender, for sites that there are', async () => {
    const settings = { title: 'South laboratory', active: true, commands: ['RecordDrugTestResult'], timeZone: 'UTC' };
    const body = { ...settings, siteIds: ['main'], numbers: [{ authority: 'SOUTH', as: 'mrn' }] };
    const set = (more: object) =>
      api.send('POST', '/v1/senders/south', { role: 'administrator', body: { ...body, ...more } });
    expect((await set({ siteIds: ['nowhere'] })).status).toBe(400);
    expect((await set({})).status).toBe(204);
    const { body: all } = await api.send('GET', '/v1/senders', { role: 'administrator' });
    expect(all['items']).toContainEqual(expect.objectContaining({ senderId: 'south', title: 'South laboratory' }));
  });
});
