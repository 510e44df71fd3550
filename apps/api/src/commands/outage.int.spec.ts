import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase } from '@stepway/test-support';
import { linkTo, type DatabaseLink } from '../testing/database-link.ts';
import { drugTestResult, runApi, type Answered, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let link: DatabaseLink;
let episodeId: string;
beforeAll(async () => {
  link = await linkTo((await freshDatabase()).url);
  api = await runApi({ databaseUrl: link.url });
  episodeId = await api.newJourney();
});
afterAll(async () => {
  await api.stop();
  await link.close();
});

const unavailable = ({ status, headers, body }: Answered) => {
  expect({ status, type: body['type'] }).toEqual({ status: 503, type: 'https://stepway.dev/problems/unavailable' });
  expect(headers.get('retry-after')).toMatch(/^\d+$/);
  expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1|terminated|select/i);
};

/** Until the API has found its way back. */
async function untilReady(): Promise<void> {
  while ((await api.send('GET', '/health/ready')).status !== 200) await pause(50);
}

describe('while PostgreSQL is down', () => {
  beforeAll(() => link.down());
  afterAll(async () => {
    await link.up();
    await untilReady();
  });

  it('answers every command and query with 503 and when to come again', async () => {
    unavailable(await api.command(episodeId, 'RecordDrugTestResult', drugTestResult('S-down')));
    unavailable(
      await api.send('POST', '/v1/patients', { body: { name: { given: 'A', family: 'B' }, birthDate: '1980-01-01' } }),
    );
    unavailable(await api.send('GET', '/v1/census'));
    unavailable(await api.send('GET', '/v1/episodes'));
    unavailable(await api.send('GET', `/v1/episodes/${episodeId}`));
  });

  it('still says what is wrong with a request that is wrong', async () => {
    expect((await api.command(episodeId, 'RecordDrugTestResult', {})).status).toBe(400);
  });

  it('is alive and not ready', async () => {
    expect((await api.send('GET', '/health/live')).status).toBe(200);
    expect((await api.send('GET', '/health/ready')).status).toBe(503);
  });
});

describe('once PostgreSQL is back', () => {
  it('records again', async () => {
    const { status } = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult('S-back'));
    expect(status).toBe(200);
  });
});

describe('a line that breaks after the database took the command and before it answered', () => {
  it('never gives a success that is not known; the retry finds the one effect', async () => {
    const headers = { 'idempotency-key': 'unknown-commit' };
    const body = drugTestResult('S-cut');
    link.cutReplyTo('S-cut');
    unavailable(await api.command(episodeId, 'RecordDrugTestResult', body, { headers }));
    await untilReady();
    const retry = await api.command(episodeId, 'RecordDrugTestResult', body, { headers });
    expect(retry.status).toBe(200);
    const { events } = await api.resources.log.readStream(episodeId);
    const results = events.filter(
      ({ type, data }) => type === 'DrugTestResultRecorded' && 'specimenId' in data && data.specimenId === 'S-cut',
    );
    expect(results).toHaveLength(1);
  });
});

describe('many commands while the line breaks again and again', () => {
  it('lose none that was answered with success, and record none twice', async () => {
    const answered: string[] = [];
    const sendAll = async (caller: number) => {
      for (let n = 0; n < 25; n += 1) {
        const specimenId = `many-${caller}-${n}`;
        const headers = { 'idempotency-key': specimenId };
        const { status } = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult(specimenId), {
          headers,
        });
        expect([200, 503]).toContain(status);
        if (status === 200) answered.push(specimenId);
      }
    };
    const breaks = async () => {
      for (let n = 0; n < 3; n += 1) {
        await pause(60);
        await link.down();
        await link.up();
      }
    };
    await Promise.all([sendAll(1), sendAll(2), sendAll(3), breaks()]);
    await untilReady();
    const { events } = await api.resources.log.readStream(episodeId);
    const recorded = events.flatMap((event) =>
      event.type === 'DrugTestResultRecorded' ? [event.data.specimenId] : [],
    );
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(recorded).toEqual(expect.arrayContaining(answered));
    expect(answered.length).toBeGreaterThan(0);
  });
});
