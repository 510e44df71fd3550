import { gzipSync } from 'node:zlib';
import type { FileResult } from '@stepway/contracts';
import { runApi, type RunningApi, type SendOptions } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const rosterNames =
  'record_number,given_name,family_name,birth_date,site,programme,level,referred_at,admitted_at,phone';
const screenNames = 'record_number,birth_date,specimen,collected_at,reported_at,status,stage,positive,negative';
const rosterFile = (...lines: readonly string[]) => [rosterNames, ...lines].join('\r\n');
const screenFile = (...lines: readonly string[]) => [screenNames, ...lines].join('\r\n');
const comes = (number: string, family = 'Canary') =>
  `${number},Ada,${family},1980-02-03,main,standard-four,iop,2026-09-01,2026-09-02 10:00,`;
const screen = (number: string, specimen: string, more = 'final,definitive,cocaine,opioids') =>
  `${number},,${specimen},2026-09-10 09:10,2026-09-11T16:02:00-04:00,${more}`;

async function sent(address: string, body: string, options: SendOptions = {}) {
  const headers = { 'content-type': 'text/csv', ...options.headers };
  const answer = await api.send('POST', `/v1/files/${address}`, { ...options, headers, body });
  return { ...answer, lines: (answer.body as unknown as FileResult).lines };
}
const outcomes = (lines: FileResult['lines']) => lines.map(({ outcome, done }) => [outcome, ...done]);
const counted = async () => (await api.resources.pool.query('SELECT count(*)::int AS n FROM log.event')).rows;

describe('a roster', () => {
  it('says what would happen to each line, and stores nothing', async () => {
    const before = await counted();
    const file = rosterFile(
      comes('R-1'),
      comes('R-2').replace('iop', 'spa').replace('1980-02-03', 'spring'),
      comes('R-1b'),
      comes('R-1b'),
    );
    const { lines } = await sent('roster?dry=true', file);
    expect(outcomes(lines)).toEqual([
      ['recorded', 'AddPerson', 'OpenEpisode', 'Admit'],
      ['faulty'],
      ['faulty'],
      ['faulty'],
    ]);
    expect(lines[1]?.faults).toEqual([
      { column: 'birth_date', fault: 'not-understood' },
      { column: 'level', fault: 'no-such-level' },
    ]);
    expect(lines[3]?.faults).toEqual([{ column: 'record_number', fault: 'twice-in-file' }]);
    expect(await counted()).toEqual(before);
  });

  it('brings people into care by the clock of their site, and twice it changes nothing, whoever sends it', async () => {
    const file = rosterFile(comes('R-3'), comes('R-4'));
    const { lines } = await sent('roster', file);
    expect(outcomes(lines)).toEqual(Array.from({ length: 2 }, () => ['recorded', 'AddPerson', 'OpenEpisode', 'Admit']));
    const episodeId = String(lines[0]?.episodeId);
    await api.project(episodeId);
    const { body } = await api.send('GET', `/v1/episodes/${episodeId}`);
    expect(body).toMatchObject({ status: 'active', level: 'iop', levelSince: '2026-09-02T14:00:00.000Z' });
    const after = await counted();
    expect(outcomes((await sent('roster', file)).lines)).toEqual([['known'], ['known']]);
    expect(outcomes((await sent('roster', file, { role: 'nurse' })).lines)).toEqual([['known'], ['known']]);
    expect(outcomes((await sent('roster?dry=true', file)).lines)).toEqual([['known'], ['known']]);
    expect(await counted()).toEqual(after);
  });

  it('takes nobody for another, and opens no second episode beside an open one', async () => {
    await sent('roster', rosterFile(comes('R-5')));
    const { lines } = await sent('roster', rosterFile(comes('R-5', 'Different'), comes('R-6')));
    expect(outcomes(lines)[0]).toEqual(['person-differs']);
    const again = await sent('roster', rosterFile(comes('R-5').replace('2026-09-01', '2026-10-01')));
    expect(again.lines[0]).toMatchObject({ outcome: 'rejected', rejection: 'EpisodeAlreadyOpen' });
  });

  it('of somebody who may not see a person says no more than that something differs', async () => {
    await sent('roster', rosterFile(comes('R-7')));
    const authorization = `Bearer ${await api.token('coordinator', { subject: 'c-2', sites: ['riverside'] })}`;
    const file = rosterFile(
      comes('R-7').replace('main', 'riverside').replace('standard-four', 'full-continuum'),
      comes('R-8'),
    );
    const { lines } = await sent('roster', file, { authorization });
    expect(outcomes(lines)).toEqual([['person-differs'], ['faulty']]);
    expect(lines[1]?.faults).toEqual([{ column: 'site', fault: 'no-such-site' }]);
  });
});

describe('drug tests in bulk', () => {
  it('are recorded in the journeys of their people, each line with its own result', async () => {
    await sent('roster', rosterFile(comes('S-1'), comes('S-2')));
    const file = screenFile(
      screen('S-1', 'T-1'),
      screen('nobody', 'T-2'),
      screen('S-2', 'T-3').replace('2026-09-10 09:10', '2026-09-10'),
      screen('S-2', 'T-4', 'final,definitive,cocaine opioids,cocaine'),
      screen('S-2', 'T-5').replace('S-2,', 'S-2,1990-01-01'),
      screen('S-2', 'T-6', 'final,presumptive,,cocaine cannabis'),
    );
    const dry = await sent('screens?dry=true', file);
    expect(outcomes(dry.lines)).toEqual([
      ['recorded', 'RecordDrugTestResult'],
      ['nobody-found'],
      ['faulty'],
      ['faulty'],
      ['person-differs'],
      ['recorded', 'RecordDrugTestResult'],
    ]);
    const { lines } = await sent('screens', file);
    expect(outcomes(lines)).toEqual(outcomes(dry.lines));
    expect(lines.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect([lines[2]?.faults, lines[3]?.faults]).toEqual([
      [{ column: 'collected_at', fault: 'no-moment' }],
      [{ column: 'negative', fault: 'two-results' }],
    ]);
    const episodeId = String(lines[0]?.episodeId);
    await api.project(episodeId);
    const { body } = await api.send('GET', `/v1/episodes/${episodeId}`);
    expect(body['specimens']).toMatchObject([{ specimenId: 'T-1', collectedAt: '2026-09-10T13:10:00.000Z' }]);
    const after = await counted();
    expect(outcomes((await sent('screens', file)).lines)[0]).toEqual(['known']);
    expect(outcomes((await sent('screens', file, { role: 'nurse' })).lines)[0]).toEqual(['known']);
    expect(outcomes((await sent('screens?dry=true', file)).lines)[0]).toEqual(['known']);
    expect(await counted()).toEqual(after);
  });

  it('correct what was sent before, by the same specimen', async () => {
    await sent('roster', rosterFile(comes('S-3')));
    await sent('screens', screenFile(screen('S-3', 'T-7')));
    const { lines } = await sent('screens', screenFile(screen('S-3', 'T-7', 'corrected,definitive,,cocaine opioids')));
    expect(outcomes(lines)).toEqual([['recorded', 'RecordDrugTestResult']]);
  });
});

describe('a file that is not taken', () => {
  it('is refused as a whole, in our own words', async () => {
    const { status, body } = await sent('screens', 'Ada,Canary\n1,2');
    expect([status, body['type'], body['fault']]).toEqual([
      400,
      'https://stepway.dev/problems/file-not-readable',
      'other-columns',
    ]);
    expect((await sent('screens', `${screenNames},Canary\n1`)).body).toMatchObject({
      fault: 'column-unknown',
      column: '10',
    });
    expect(JSON.stringify((await sent('screens', `${screenNames},Canary\n1`)).body)).not.toContain('Canary');
  });

  it('is refused where it is packed, too large, or sent to another address', async () => {
    const packed = await fetch(new URL('/v1/files/screens', api.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await api.token('coordinator')}`,
        'content-type': 'text/csv',
        'content-encoding': 'gzip',
      },
      body: gzipSync(Buffer.alloc(50_000_000)),
    });
    expect(packed.status).toBe(415);
    expect((await sent('screens', 'x'.repeat(1_048_577))).status).toBe(413);
    const headers = { 'content-type': 'text/csv' };
    expect((await api.send('POST', '/v1/patients', { headers, body: 'a,b' })).status).toBe(415);
  });

  it('leaves nothing of itself in what is logged and counted', async () => {
    await sent('roster', rosterFile(comes('L-1', 'Canaryletti'), `L-2,Ada,Canaryletti,1980-02-03,main`));
    const metrics = await (await fetch(new URL('/metrics', api.url))).text();
    expect([...api.logged, metrics].some((text) => /canaryletti|L-[12]/i.test(text))).toBe(false);
  });

  it('is on record by who sent it', async () => {
    await sent('roster', rosterFile(comes('L-3')), { role: 'prescriber' });
    const { rows } = await api.resources.pool.query(
      `SELECT action, outcome FROM audit.access WHERE place = 'POST /v1/files/roster' AND actor_role = 'prescriber'`,
    );
    expect(rows).toEqual([{ action: 'write', outcome: 'granted' }]);
  });
});

it('two thousand lines come to an end in a while', async () => {
  const lines = Array.from({ length: 2_000 }, (_, at) => screen('S-1', `B-${at}`, 'final,presumptive,,cannabis'));
  const begun = performance.now();
  const { lines: told } = await sent('screens?dry=true', screenFile(...lines));
  expect(told.every(({ outcome }) => outcome === 'recorded')).toBe(true);
  expect(performance.now() - begun).toBeLessThan(60_000);
}, 90_000);
