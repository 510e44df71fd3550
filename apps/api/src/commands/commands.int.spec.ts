import { setTimeout as pause } from 'node:timers/promises';
import { commandTypes } from '@stepway/pathway';
import { daysAgo, drugTestResult, openEpisode, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let touched: string[] = [];
beforeAll(async () => {
  api = await runApi({
    touch: (episodeId) => {
      touched.push(episodeId);
      return Promise.resolve();
    },
  });
});
afterAll(() => api.stop());
beforeEach(() => {
  touched = [];
});

const typesOf = (events: unknown): string[] => (Array.isArray(events) ? events.map(({ type }) => String(type)) : []);

describe('a journey at IOP', () => {
  let episodeId: string;
  beforeEach(async () => {
    episodeId = await api.newJourney();
    touched = [];
  });

  it('answers a result with what was recorded and what it means, and asks for the run', async () => {
    const { status, headers, body } = await api.command(
      episodeId,
      'RecordDrugTestResult',
      drugTestResult(`${episodeId}.S`),
    );
    expect(status).toBe(200);
    expect(typesOf(body['events'])).toEqual(expect.arrayContaining(['DrugTestResultRecorded', 'DrugTestDisposed']));
    expect(headers.get('etag')).toBe(`"${String(body['version'])}"`);
    expect(touched).toEqual([episodeId]);
  });

  it('takes the actor from the token', async () => {
    const { body } = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(`${episodeId}.S`), {
      role: 'nurse',
    });
    expect(body['events']).toEqual(
      expect.arrayContaining([expect.objectContaining({ actor: { id: 'spec-nurse', kind: 'person', role: 'nurse' } })]),
    );
  });

  it('gives a retry the first answer, also when it comes at the same moment, and records once', async () => {
    const headers = { 'idempotency-key': 'retry' };
    const body = drugTestResult(`${episodeId}.S`);
    const send = () => api.command(episodeId, 'RecordDrugTestResult', body, { headers });
    const together = await Promise.all([send(), send(), send()]);
    const later = await send();
    for (const answer of [...together, later]) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(later.body);
    }
  });

  it('takes the same body spelt in another order as the same', async () => {
    const headers = { 'idempotency-key': 'spelling' };
    const first = await api.command(
      episodeId,
      'PlaceHold',
      { holdId: 'h', until: daysAgo(-3), reason: 'why' },
      { headers },
    );
    const until = String(JSON.stringify(first.body)).match(/"until":"([^"]+)"/)?.[1] ?? '';
    const again = await api.command(episodeId, 'PlaceHold', { reason: 'why', until, holdId: 'h' }, { headers });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
  });

  it('keeps the same key of two callers apart', async () => {
    const headers = { 'idempotency-key': 'shared' };
    const one = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(`${episodeId}.1`), { headers });
    const role = 'nurse';
    const other = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(`${episodeId}.2`), {
      headers,
      role,
    });
    expect([one.status, other.status]).toEqual([200, 200]);
  });

  it('answers a fact that is known already with no events and the same version', async () => {
    const body = drugTestResult(`${episodeId}.S`);
    const first = await api.command(episodeId, 'RecordDrugTestResult', body);
    const again = await api.command(episodeId, 'RecordDrugTestResult', body);
    expect(again.body).toEqual({ episodeId, version: first.body['version'], events: [] });
  });

  it('records on condition of its version, and says which it is when it is another', async () => {
    const { version } = await api.resources.recorder.journey(episodeId);
    const body = drugTestResult(`${episodeId}.S`);
    const stale = { headers: { 'if-match': `"${version - 1}"` } };
    const refused = await api.command(episodeId, 'RecordDrugTestResult', body, stale);
    expect([refused.status, refused.headers.get('etag')]).toEqual([412, `"${version}"`]);
    const current = { headers: { 'if-match': `"${version}"` } };
    expect((await api.command(episodeId, 'RecordDrugTestResult', body, current)).status).toBe(200);
  });

  it('gives a retry its first answer whatever version it asks for', async () => {
    const { version } = await api.resources.recorder.journey(episodeId);
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': 'conditional' };
    const body = drugTestResult(`${episodeId}.S`);
    const send = () => api.command(episodeId, 'RecordDrugTestResult', body, { headers });
    const first = await send();
    expect((await send()).body).toEqual(first.body);
  });

  it('says what would happen and what would follow, and stores nothing', async () => {
    const before = await api.resources.recorder.journey(episodeId);
    const path = `/v1/episodes/${episodeId}/record-drug-test-result?dry=true`;
    const { status, body } = await api.send('POST', path, { body: drugTestResult(`${episodeId}.S`) });
    expect(status).toBe(200);
    expect(typesOf(body['events'])).toContain('DrugTestResultRecorded');
    expect(typesOf(body['follows'])).toContain('TransitionStarted');
    expect(await api.resources.recorder.journey(episodeId)).toEqual(before);
    expect(touched).toEqual([]);
  });

  it('waits until the journey has come to rest, and answers with all that followed', async () => {
    const run = async () => {
      while (!touched.includes(episodeId)) await pause(5);
      await api.resources.recorder.run({ episodeId, now: new Date().toISOString() });
    };
    const headers = { prefer: 'wait=5' };
    const sent = api.command(episodeId, 'RecordDrugTestResult', drugTestResult(`${episodeId}.S`), { headers });
    const [answer] = await Promise.all([sent, run()]);
    expect(answer.headers.get('preference-applied')).toBe('wait');
    expect(typesOf(answer.body['events'])).toEqual(expect.arrayContaining(['DrugTestDisposed', 'TransitionStarted']));
    const { version } = await api.resources.recorder.journey(episodeId);
    expect(answer.body['version']).toBe(version);
  });

  it('answers with what is there when the journey does not come to rest in time', async () => {
    const headers = { prefer: 'wait=1' };
    const answer = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(`${episodeId}.S`), { headers });
    expect([answer.status, answer.headers.get('stepway-settled')]).toEqual([200, 'false']);
    expect(typesOf(answer.body['events'])).toContain('DrugTestResultRecorded');
  });

  it('keeps words only sealed', async () => {
    const reason = 'the canary sang of it';
    await api.command(episodeId, 'PlaceHold', { holdId: 'h', until: daysAgo(-3), reason });
    const { events } = await api.resources.log.readStream(episodeId);
    expect(JSON.stringify(events)).not.toContain('canary');
    expect(events.at(-1)?.data).toMatchObject({ reason: { sealed: expect.any(String) } });
  });
});

describe('opening an episode', () => {
  it('gives a retry the same episode', async () => {
    const body = openEpisode(await api.newPatient());
    const headers = { 'idempotency-key': 'open-once' };
    const first = await api.send('POST', '/v1/episodes', { body, headers });
    const again = await api.send('POST', '/v1/episodes', { body, headers });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.headers.get('location')).toBe(`/v1/episodes/${String(first.body['episodeId'])}`);
    expect(again.body).toEqual(first.body);
  });

  it('refuses the key for another person', async () => {
    const headers = { 'idempotency-key': 'open-other' };
    await api.send('POST', '/v1/episodes', { body: openEpisode(await api.newPatient()), headers });
    const other = await api.send('POST', '/v1/episodes', { body: openEpisode(await api.newPatient()), headers });
    expect(other.status).toBe(422);
  });
});

describe('the list of commands', () => {
  it('has a route for each', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const type of commandTypes) {
      const { status } = await api.command(unknown, type, {}, { role: 'medical-director' });
      // The body is refused, so the route is there; opening has no episode in its address.
      expect([type, status]).toEqual([type, type === 'OpenEpisode' ? 404 : 400]);
    }
  });
});

describe('while runs are far behind', () => {
  it('slows what machines feed, and not what people send', async () => {
    const episodeId = await api.newJourney();
    jest.spyOn(api.resources.lag, 'current', 'get').mockReturnValue({ readMs: 0, runMs: 6_000 });
    const machine = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult('slow-1'), { role: 'system' });
    const person = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult('slow-2'));
    jest.restoreAllMocks();
    expect([machine.status, machine.headers.get('retry-after')]).toEqual([429, '2']);
    expect(person.status).toBe(200);
  });
});
