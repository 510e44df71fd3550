import {
  daysAgo,
  drugTestResult,
  openEpisode,
  runApi,
  type Answered,
  type RunningApi,
} from '../testing/running-api.ts';

let api: RunningApi;
let episodeId: string;
beforeAll(async () => {
  api = await runApi();
  episodeId = await api.newJourney();
});
afterAll(() => api.stop());

const version = async (): Promise<unknown> => (await api.resources.recorder.journey(episodeId)).version;

/** What every refusal is: problem details that name the field, without the input; and nothing is half written. */
async function refused(
  answer: Promise<Answered>,
  status: number,
  name: string,
  pointer?: string,
): Promise<Record<string, unknown>> {
  const before = await version();
  const { status: got, headers, body } = await answer;
  expect({ status: got, type: body['type'] }).toEqual({ status, type: `https://stepway.dev/problems/${name}` });
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ title: expect.any(String), status, instance: expect.any(String) });
  if (pointer !== undefined) expect(body['errors']).toEqual([expect.objectContaining({ pointer })]);
  expect(JSON.stringify(body)).not.toMatch(/canary|select |insert |at .*\.ts/i);
  expect(await version()).toBe(before);
  return body;
}

describe('a journey at IOP', () => {
  it('refuses what is not JSON', async () => {
    await refused(
      api.send('POST', `/v1/episodes/${episodeId}/admit`, { body: '{"level": "canary' }),
      400,
      'invalid-request',
      '',
    );
  });

  it('refuses a field of a wrong type, and names it', async () => {
    const result = drugTestResult('S-1', { results: [{ drugClass: 'cocaine', outcome: 7, stage: 'definitive' }] });
    await refused(api.command(episodeId, 'RecordDrugTestResult', result), 400, 'invalid-request', '/results/0/outcome');
  });

  it('refuses an unknown drug class, and names it', async () => {
    const result = drugTestResult('S-1', {
      results: [{ drugClass: 'canary', outcome: 'positive', stage: 'definitive' }],
    });
    await refused(
      api.command(episodeId, 'RecordDrugTestResult', result),
      400,
      'invalid-request',
      '/results/0/drugClass',
    );
  });

  it('refuses a field that does not exist, and names it', async () => {
    const body = drugTestResult('S-1', { actor: 'somebody-else' });
    await refused(api.command(episodeId, 'RecordDrugTestResult', body), 400, 'invalid-request', '/actor');
  });

  it('refuses a moment that does not exist', async () => {
    const body = drugTestResult('S-1', { collectedAt: '2026-02-30T10:00:00Z' });
    await refused(api.command(episodeId, 'RecordDrugTestResult', body), 400, 'invalid-request', '/collectedAt');
  });

  it('refuses a moment that has the form of none, or lies in no year that can be compared', async () => {
    for (const collectedAt of ['', 'soon', '2026-11-20T23:59:60Z', '9999-12-31T23:59:59-12:00']) {
      const body = drugTestResult('S-1', { collectedAt });
      await refused(api.command(episodeId, 'RecordDrugTestResult', body), 400, 'invalid-request', '/collectedAt');
      await refused(api.send('GET', `/v1/census?asOf=${collectedAt}`), 400, 'invalid-request', 'query:asOf');
    }
  });

  it('refuses a report that says two things of one class, and names the second', async () => {
    const [positive] = drugTestResult('S-1').results;
    const body = drugTestResult('S-1', { results: [positive, { ...positive, outcome: 'negative' }] });
    const pointer = '/results/1/outcome';
    await refused(api.command(episodeId, 'RecordDrugTestResult', body), 400, 'invalid-request', pointer);
  });

  it('refuses a later report that contradicts an earlier one, and names the result', async () => {
    const known = drugTestResult('S-conflict');
    expect((await api.command(episodeId, 'RecordDrugTestResult', known)).status).toBe(200);
    const results = known.results.map((result) => ({ ...result, outcome: 'negative' }));
    const sent = api.command(episodeId, 'RecordDrugTestResult', { ...known, results });
    await refused(sent, 409, 'SpecimenConflict', '/results/0/outcome');
  });

  it('does not repeat what stands where the name of a field should', async () => {
    const body = JSON.stringify({ 'Canary, Ada': 1 });
    const { errors } = await refused(
      api.send('POST', `/v1/episodes/${episodeId}/release-hold`, { body }),
      400,
      'invalid-request',
    );
    expect(errors).toContainEqual({ pointer: '', message: 'A field in here has no name of ours' });
  });

  it('refuses a body that is no object', async () => {
    await refused(api.send('POST', `/v1/episodes/${episodeId}/admit`, { body: '[]' }), 400, 'invalid-request', '');
    await refused(api.send('POST', `/v1/episodes/${episodeId}/admit`), 400, 'invalid-request', '');
  });

  it('refuses a collection in the future, and names the field', async () => {
    const body = drugTestResult('S-1', { collectedAt: daysAgo(-2), reportedAt: daysAgo(-1) });
    await refused(api.command(episodeId, 'RecordDrugTestResult', body), 409, 'InTheFuture', '/collectedAt');
  });

  it('refuses a result for a specimen of another person', async () => {
    const other = await api.newJourney();
    expect((await api.command(other, 'RecordDrugTestResult', drugTestResult('S-other'))).status).toBe(200);
    const sent = api.command(episodeId, 'RecordDrugTestResult', drugTestResult('S-other'));
    const { rejection } = await refused(sent, 409, 'SpecimenBelongsElsewhere', '/specimenId');
    expect(rejection).toEqual({ specimenId: 'S-other' });
  });

  it('answers an unknown episode as if it could not be seen', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    await refused(api.command(unknown, 'RecordDrugTestResult', drugTestResult('S-1')), 404, 'not-found');
    await refused(api.command('no-id-at-all', 'RecordDrugTestResult', drugTestResult('S-1')), 404, 'not-found');
    await refused(api.send('GET', `/v1/episodes/${unknown}`), 404, 'not-found');
    await refused(api.send('GET', `/v1/episodes/${episodeId}`, { role: 'administrator' }), 404, 'not-found');
    await refused(api.send('GET', `/v1/episodes/${unknown}/events`), 404, 'not-found');
  });

  it('refuses a repeated key with another body', async () => {
    const headers = { 'idempotency-key': 'one-key' };
    const first = await api.command(episodeId, 'RecordDrugTestResult', drugTestResult('S-2'), { headers });
    expect(first.status).toBe(200);
    const other = api.command(episodeId, 'RecordDrugTestResult', drugTestResult('S-3'), { headers });
    await refused(other, 422, 'key-reused', 'header:Idempotency-Key');
  });

  it('refuses the same key for another command with the same body', async () => {
    const headers = { 'idempotency-key': 'hold-key' };
    const body = { holdId: 'h1', until: daysAgo(-3), reason: 'canary text' };
    expect((await api.command(episodeId, 'PlaceHold', body, { headers })).status).toBe(200);
    await refused(api.command(episodeId, 'ReleaseHold', { holdId: 'h1' }, { headers }), 422, 'key-reused');
  });

  it('refuses a key that is too long, a version that is none, a dry that is neither', async () => {
    const body = drugTestResult('S-4');
    const key = { headers: { 'idempotency-key': 'k'.repeat(129) } };
    await refused(
      api.command(episodeId, 'RecordDrugTestResult', body, key),
      400,
      'invalid-request',
      'header:Idempotency-Key',
    );
    const match = { headers: { 'if-match': 'latest' } };
    await refused(
      api.command(episodeId, 'RecordDrugTestResult', body, match),
      400,
      'invalid-request',
      'header:If-Match',
    );
    const dry = api.send('POST', `/v1/episodes/${episodeId}/record-drug-test-result?dry=maybe`, { body });
    await refused(dry, 400, 'invalid-request', 'query:dry');
  });

  it('refuses a body above 256 kB', async () => {
    const body = drugTestResult('S-5', { reason: 'x'.repeat(300_000) });
    await refused(api.command(episodeId, 'RecordDrugTestResult', body), 413, 'too-large');
  });

  it('refuses a body that is not declared as JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const options = { body: 'level=iop', headers: { 'content-type': type } };
      await refused(api.send('POST', `/v1/episodes/${episodeId}/admit`, options), 415, 'unsupported-media-type');
    }
  });

  it('refuses a text that cannot be kept', async () => {
    for (const analyte of ['a\u0000b', 'a\ud800b']) {
      const results = [{ drugClass: 'cocaine', outcome: 'negative', stage: 'definitive', analyte }];
      const body = JSON.stringify(drugTestResult('S-6', { results }));
      const sent = api.send('POST', `/v1/episodes/${episodeId}/record-drug-test-result`, { body });
      await refused(sent, 400, 'invalid-request', '');
    }
  });

  it('refuses a prototype in JSON', async () => {
    const body = '{"level":"iop","attendedAt":"2026-01-01T00:00:00Z","__proto__":{"role":"system"}}';
    await refused(api.send('POST', `/v1/episodes/${episodeId}/admit`, { body }), 400, 'invalid-request', '');
  });

  it('refuses an act that the role may not do', async () => {
    const review = { specimenId: 'S-2', drugClass: 'cocaine', finding: 'negative' };
    await refused(api.command(episodeId, 'ReviewDrugTest', review, { role: 'peer-worker' }), 403, 'not-allowed');
    await refused(api.send('GET', '/v1/episodes', { role: 'administrator' }), 403, 'not-allowed');
  });

  it('answers an act on what the role may not see as if it were not there', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const admit = { level: 'iop', attendedAt: daysAgo(1) };
    for (const id of [episodeId, unknown])
      await refused(api.command(id, 'Admit', admit, { role: 'administrator' }), 404, 'not-found');
    await refused(api.command(unknown, 'Admit', admit, { role: 'programme-manager' }), 404, 'not-found');
    await refused(api.command(episodeId, 'Admit', admit, { role: 'programme-manager' }), 403, 'not-allowed');
  });

  it('refuses a level that the programme does not have', async () => {
    const body = { to: 'penthouse', reasonCode: 'safety', reason: 'canary' };
    await refused(api.command(episodeId, 'ChangeLevelOfCare', body), 409, 'UnknownLevel', '/to');
  });

  it('refuses a query it does not know', async () => {
    await refused(api.send('GET', '/v1/episodes?patientName=canary'), 400, 'invalid-request', 'query:patientName');
    await refused(api.send('GET', '/v1/episodes?limit=many'), 400, 'invalid-request', 'query:limit');
    await refused(api.send('GET', '/v1/episodes?cursor=canary'), 400, 'invalid-request', 'query:cursor');
  });

  it('answers an unknown address with problem details', async () => {
    await refused(api.send('GET', '/v1/nowhere'), 404, 'not-found');
    await refused(api.send('GET', '/v1/%zzcanary'), 404, 'not-found');
    await refused(api.send('POST', `/v1/episodes/${episodeId}/canary`, { body: {} }), 404, 'not-found');
    await refused(api.send('DELETE', `/v1/episodes/${episodeId}`), 404, 'not-found');
  });
});

describe('opening an episode', () => {
  it('refuses a person, a programme and a site that are not there', async () => {
    const known = openEpisode(await api.newPatient());
    const nobody = { ...known, patientId: '00000000-0000-4000-8000-000000000000' };
    await refused(api.send('POST', '/v1/episodes', { body: nobody }), 400, 'invalid-request', '/patientId');
    const programme = { ...known, programme: 'no-such-programme' };
    await refused(api.send('POST', '/v1/episodes', { body: programme }), 400, 'invalid-request', '/programme');
    const site = { ...known, siteId: 'elsewhere' };
    await refused(api.send('POST', '/v1/episodes', { body: site }), 400, 'invalid-request', '/siteId');
  });

  it('refuses a second open episode of a person', async () => {
    const patientId = await api.newPatient();
    await api.newJourney(patientId);
    const again = api.send('POST', '/v1/episodes', { body: openEpisode(patientId) });
    await refused(again, 409, 'EpisodeAlreadyOpen', '/patientId');
    const capitals = api.send('POST', '/v1/episodes', { body: openEpisode(patientId.toUpperCase()) });
    await refused(capitals, 409, 'EpisodeAlreadyOpen', '/patientId');
  });
});

describe('a new person', () => {
  it('is refused without a birth date, with the field named and no name repeated', async () => {
    const body = { name: { given: 'Canary', family: 'Canary' }, birthDate: '1980-13-01' };
    await refused(api.send('POST', '/v1/patients', { body }), 400, 'invalid-request', '/birthDate');
  });

  it('is refused with a birth date in the future', async () => {
    const body = { name: { given: 'Ada', family: 'Canary' }, birthDate: daysAgo(-3).slice(0, 10) };
    await refused(api.send('POST', '/v1/patients', { body }), 400, 'invalid-request', '/birthDate');
  });

  it('is not added by a request that asks what would happen', async () => {
    const body = { name: { given: 'Ada', family: 'Canary' }, birthDate: '1980-01-01' };
    await refused(api.send('POST', '/v1/patients?dry=true', { body }), 400, 'invalid-request', 'query:dry');
  });

  it('is the same person for the same key, and refused for the same key with another body', async () => {
    const headers = { 'idempotency-key': 'new-person' };
    const body = { name: { given: 'Ada', family: 'Canary' }, birthDate: '1980-01-01' };
    const first = await api.send('POST', '/v1/patients', { body, headers });
    const second = await api.send('POST', '/v1/patients', { body, headers });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    const other = { ...body, birthDate: '1980-01-02' };
    await refused(api.send('POST', '/v1/patients', { body: other, headers }), 422, 'key-reused');
  });
});

describe('the log of the program', () => {
  it('holds nothing of what was refused', () => {
    expect(api.logged.join('\n')).not.toMatch(/canary/i);
  });
});
