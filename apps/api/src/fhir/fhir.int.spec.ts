import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runApi, type Answered, type RunningApi } from '../testing/running-api.ts';
import { faultsByR4 } from './specs/definitions.ts';
import { bundle, ofPerson, registered, screen, type Lab } from './specs/lab.ts';

let api: RunningApi;
let lab: Lab;
let other: Lab;
beforeAll(async () => {
  api = await runApi();
  lab = await registered(api, 'acme');
  other = await registered(api, 'other-lab');
}, 60_000);
afterAll(() => api.stop());

/** All that waits, as the intake finds it. */
const waiting = async () =>
  (await api.resources.inbox.taking.take(1_000)).map(({ messageId, senderId, channel, body }) => ({
    ...{ messageId, senderId, channel, body: JSON.parse(body.toString('utf8')) as Record<string, unknown> },
  }));
const stored = async (): Promise<number> => {
  const { rows } = await api.resources.pool.query<{ count: number }>('SELECT count(*)::int FROM inbox.message');
  return rows[0]?.count ?? 0;
};
beforeEach(() => api.resources.inbox.taking.take(1_000));

/** Every answer is R4, by its own definitions, and repeats nothing. */
function asR4({ status, headers, body }: Answered): Answered {
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
    'application/fhir+json; charset=utf-8',
    'no-store',
  ]);
  expect(faultsByR4(body)).toEqual([]);
  expect(JSON.stringify(body)).not.toMatch(/canary|select |insert |at .*\.ts/i);
  return { status, headers, body };
}
const codes = ({ body }: Answered) => (body['issue'] as { code: string }[]).map(({ code }) => code);
const placeOf = ({ headers }: Answered): string => headers.get('content-location') ?? '';

describe('a result of a registered sender', () => {
  it('is stored as it came before it is answered, by the sender of the token', async () => {
    const given = screen();
    const answer = asR4(await lab.post('/Observation', given));
    expect([answer.status, codes(answer)]).toEqual([202, ['informational']]);
    const [message, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ senderId: 'acme', channel: 'fhir', body: given });
    expect(placeOf(answer)).toBe(`/fhir/R4/received/${message?.messageId ?? ''}`);
  });

  it('is taken as application/json too, and in each of its kinds', async () => {
    const json = { 'content-type': 'application/json' };
    const report = { resourceType: 'DiagnosticReport', status: 'final', code: { text: 'Drug screen' } };
    const stay = { resourceType: 'Encounter', status: 'finished', class: { code: 'IMP' } };
    expect((await lab.post('/Observation', screen(), json)).status).toBe(202);
    expect((await lab.post('/DiagnosticReport', report)).status).toBe(202);
    expect((await lab.post('/Encounter', stay)).status).toBe(202);
    expect(await waiting()).toHaveLength(3);
  });

  it('is taken where it is one of the published examples', async () => {
    const folder = 'libs/clinical-codes/fixtures/fhir';
    const examples = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    for (const example of examples) expect(asR4(await lab.post('/Observation', example)).status).toBe(202);
    expect(await waiting()).toHaveLength(examples.length);
  });

  it('sent again changes nothing, and is answered the same', async () => {
    const given = screen({ identifier: [{ system: 'urn:acme', value: 'O-1' }] });
    const first = await lab.post('/Observation', given);
    const again = await lab.post('/Observation', { ...given, meta: { lastUpdated: '2026-01-01T00:00:00Z' } });
    expect([again.status, again.body, placeOf(again)]).toEqual([first.status, first.body, placeOf(first)]);
    expect(await waiting()).toHaveLength(1);
  });

  it('that is corrected is another message of the same number', async () => {
    const identifier = [{ system: 'urn:acme', value: 'O-2' }];
    const before = await lab.post('/Observation', screen({ identifier }));
    const after = await lab.post('/Observation', screen({ identifier, status: 'corrected' }));
    expect(placeOf(after)).not.toBe(placeOf(before));
    expect(await waiting()).toHaveLength(2);
  });

  it('is kept for a person where If-None-Exist names what came with another content', async () => {
    const header = { 'if-none-exist': 'identifier=urn:acme|O-3' };
    await lab.post('/Observation', screen(), header);
    const answer = asR4(await lab.post('/Observation', screen(), header));
    expect([answer.status, codes(answer)]).toEqual([202, ['duplicate']]);
    expect(await waiting()).toHaveLength(1);
    const kept = await api.resources.inbox.quarantine.list({ senderIds: ['acme'], limit: 10 });
    expect(kept.map(({ reason }) => reason)).toEqual(['id-reused']);
  });

  it('leaves who sent it on record, and nothing of what was sent', async () => {
    const answer = await lab.post('/Observation', screen());
    const { rows } = await api.resources.pool.query(
      `SELECT action, place, outcome, subject_ids FROM audit.access WHERE actor_id = $1 AND $2 = ANY(subject_ids)`,
      [lab.subject, placeOf(answer).split('/').at(-1)],
    );
    expect(rows).toMatchObject([{ action: 'write', place: 'POST /fhir/R4/Observation', outcome: 'granted' }]);
    const everything = await api.resources.pool.query('SELECT a.*::text FROM audit.access a');
    expect(JSON.stringify(everything.rows)).not.toMatch(/canary/i);
  });
});

describe('a Bundle', () => {
  it('of one person is one message', async () => {
    const given = bundle('message', [screen(), screen()], { identifier: { system: 'urn:acme', value: 'B-1' } });
    const answer = asR4(await lab.post('/Bundle', given));
    expect([answer.status, placeOf(answer)]).toEqual([202, expect.stringMatching(/received/)]);
    expect(await waiting()).toMatchObject([{ body: given }]);
    expect((await lab.post('/Bundle', { ...given, timestamp: '2026-01-01T00:00:00Z' })).status).toBe(202);
    expect(await waiting()).toEqual([]);
  });

  it('of several persons is one message for each, once', async () => {
    const given = bundle('collection', [screen(ofPerson('a')), screen(ofPerson('b')), screen(ofPerson('a'))]);
    for (const _ of [1, 2]) expect(asR4(await lab.post('/Bundle', given)).status).toBe(202);
    expect((await waiting()).map(({ body }) => (body['entry'] as unknown[]).length)).toEqual([2, 1]);
  });

  it('that is a transaction is answered entry by entry, at both of its addresses', async () => {
    const given = () =>
      bundle('transaction', [screen(ofPerson('a')), screen(ofPerson('b')), { resourceType: 'Basic' }]);
    for (const path of ['', '/Bundle']) {
      const { status, body } = asR4(await lab.post(path, given()));
      expect([status, body['type']]).toEqual([200, 'transaction-response']);
      const ids = (await waiting()).map(({ messageId }) => `/fhir/R4/received/${messageId}`);
      const locations = (body['entry'] as { response: { location?: string } }[]).map(
        ({ response }) => response.location,
      );
      expect(locations).toEqual([...ids, undefined]);
    }
  });
});

describe('what a sender is told of its message', () => {
  it('is that it is stored, whoever it speaks of', async () => {
    const place = placeOf(await lab.post('/Observation', screen()));
    const messageId = place.split('/').at(-1) ?? '';
    const told = [asR4(await lab.get(place)).body];
    const { taking } = api.resources.inbox;
    await taking.settle(messageId, { state: 'quarantined', reason: 'nobody-found', questions: [], outcome: [] });
    told.push(asR4(await lab.get(place)).body);
    expect(new Set(told.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('is also that it cannot be read', async () => {
    const place = placeOf(await lab.post('/Observation', screen()));
    await api.resources.inbox.taking.settle(place.split('/').at(-1) ?? '', {
      ...{ state: 'quarantined', reason: 'nothing-in-it', questions: [], outcome: [] },
    });
    expect(codes(asR4(await lab.get(place)))).toEqual(['incomplete']);
  });

  it('is nothing of another sender’s', async () => {
    const place = placeOf(await lab.post('/Observation', screen()));
    for (const path of [place, `/fhir/R4/received/${randomUUID()}`, '/fhir/R4/received/canary']) {
      const answer = asR4(await other.get(path));
      expect([answer.status, codes(answer)]).toEqual([404, ['not-found']]);
    }
  });
});

describe('the capabilities', () => {
  it('are told to anybody, and are R4', async () => {
    const { status, body } = asR4(await api.send('GET', '/fhir/R4/metadata', { authorization: '' }));
    expect([status, body['resourceType'], body['fhirVersion']]).toEqual([200, 'CapabilityStatement', '4.0.1']);
  });

  it('are by the definitions that would find a fault', () => {
    expect(faultsByR4({ resourceType: 'OperationOutcome', issue: [] })).not.toEqual([]);
    expect(faultsByR4({ resourceType: 'CapabilityStatement', status: 'active' })).not.toEqual([]);
  });
});

describe('a request that is refused', () => {
  const refused = async (answer: Promise<Answered>, status: number, code: string): Promise<Answered> => {
    const before = await stored();
    const given = asR4(await answer);
    expect([given.status, codes(given)[0]]).toEqual([status, code]);
    expect(await stored()).toBe(before);
    return given;
  };

  it('has no token, or one of somebody who is no sender', async () => {
    const sent = (authorization: string) => api.send('POST', '/fhir/R4/Observation', { authorization, body: screen() });
    await refused(sent(''), 401, 'login');
    await refused(sent('Bearer canary'), 401, 'login');
    await refused(sent(`Bearer ${await api.token('coordinator', { subject: lab.subject })}`), 403, 'forbidden');
    await refused(sent(`Bearer ${await api.token('system', { subject: 'nobody' })}`), 403, 'forbidden');
    await api.resources.inbox.senders.set(
      { ...lab.sender, senderId: 'left', active: false, fhir: { subject: 'left' } },
      'a',
    );
    await refused(sent(`Bearer ${await api.token('system', { subject: 'left' })}`), 403, 'forbidden');
  });

  it('is to an address that is not there', async () => {
    await refused(lab.post('/Patient', { resourceType: 'Patient' }), 404, 'not-found');
    await refused(lab.get('/fhir/R4/Observation/canary'), 404, 'not-found');
    await refused(lab.get('/fhir'), 404, 'not-found');
  });

  it('is no JSON, or none that says one thing', async () => {
    const texts = [
      ...['{"resourceType":"Observation', '', '[]', '"canary"', '{"canary":1}', '{"resourceType":7}'],
      '{"resourceType":"Observation","status":"final","status":"canary"}',
      '{"resourceType":"Observation","__proto__":{"canary":1}}',
      `{"resourceType":"Observation","canary":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      '{"resourceType":"CarePlan"}',
    ];
    for (const text of texts) await refused(lab.post('/Observation', text), 400, 'invalid');
    await refused(lab.post('/Observation', screen(), { 'if-none-exist': 'name=canary' }), 400, 'invalid');
    await refused(lab.post('', bundle('message', [screen()])), 400, 'invalid');
  });

  it('is too large', async () => {
    const long = screen({ note: [{ text: 'x'.repeat(1_048_576) }] });
    await refused(lab.post('/Observation', long), 413, 'too-long');
    const large = screen({ note: [{ text: 'x'.repeat(900_000) }] });
    expect((await lab.post('/Observation', large)).status).toBe(202);
  });

  it('is not in a form that is taken', async () => {
    for (const type of ['application/fhir+xml', 'text/plain', 'application/xml'])
      await refused(lab.post('/Observation', '<canary/>', { 'content-type': type }), 415, 'not-supported');
    await refused(lab.post('/Observation', screen(), { 'content-encoding': 'gzip' }), 415, 'not-supported');
  });

  it('is not as R4 says, with the places of it', async () => {
    const given = bundle('collection', [screen(), screen({ status: 'canary' })]);
    const answer = await refused(lab.post('/Bundle', given), 422, 'processing');
    expect(answer.body['issue']).toMatchObject([{ expression: ['Bundle.entry[1].resource.status'] }]);
    for (const unfit of [
      bundle('history', [screen()]),
      bundle('transaction', []),
      bundle('transaction', [screen()], { entry: [{ resource: screen() }] }),
      bundle('transaction', [], { entry: [{ request: { method: 'DELETE', url: 'Observation/canary' } }] }),
      bundle('message', Array(501).fill({ resourceType: 'Basic' })),
    ])
      await refused(lab.post('/Bundle', unfit), 422, 'processing');
  });

  it('leaves nothing in the log of the program', () => {
    expect(api.logged.join('\n')).not.toMatch(/canary/i);
  });
});

describe('other routes', () => {
  it('take no body of FHIR, and are as they were', async () => {
    const sent = (type: string, body: string) =>
      api.send('POST', '/v1/patients', { body, headers: { 'content-type': type } });
    expect((await sent('application/fhir+json', '{}')).status).toBe(415);
    expect((await sent('application/json', '{"canary')).status).toBe(400);
    expect((await sent('application/json', '{"__proto__":{}}')).status).toBe(400);
    expect((await sent('application/json', '')).status).toBe(400);
    expect((await sent('application/json; charset=utf-8', JSON.stringify({ a: 'x'.repeat(300_000) }))).status).toBe(
      413,
    );
  });
});

describe('a batch', () => {
  const entry = (resource: object, request: object = { method: 'POST', url: 'Observation' }) => ({ resource, request });
  const batch = (...entries: readonly object[]) => ({ resourceType: 'Bundle', type: 'batch', entry: entries });
  const responses = ({ body }: Answered) =>
    (body['entry'] as { response: { status: string; location?: string } }[]).map(({ response }) => response);

  it('has an answer for each entry; one that is not taken keeps none of the others', async () => {
    const given = batch(
      entry(screen()),
      entry({ ...screen(), status: 7 }),
      entry({ resourceType: 'Patient', id: 'canary' }),
      entry(screen(), { method: 'DELETE', url: 'Observation/1' }),
      { fullUrl: 'urn:canary' },
      entry(screen()),
    );
    for (const path of ['', '/Bundle']) {
      const answer = asR4(await lab.post(path, given));
      expect(answer.status).toBe(200);
      expect(responses(answer).map(({ status }) => status.slice(0, 3))).toEqual([
        '202',
        '422',
        '400',
        '400',
        '400',
        '202',
      ]);
      expect(responses(answer)[0]?.location).toMatch(/^\/fhir\/R4\/received\//);
    }
    expect(await waiting()).toHaveLength(2);
  });

  it('is known by its entries, each as if it had come alone', async () => {
    const [alone, twice] = [screen(), screen()];
    const first = placeOf(await lab.post('/Observation', alone));
    const answer = await lab.post('', batch(entry(alone), entry(twice), entry(twice)));
    const [one, two, three] = responses(answer);
    expect(one?.location).toBe(first);
    expect(two?.location).toBe(three?.location);
    expect(await waiting()).toHaveLength(2);
  });

  it('without entries, or with too many, is refused as a whole', async () => {
    for (const given of [batch(), batch(...Array.from({ length: 501 }, () => entry(screen())))])
      expect(asR4(await lab.post('', given)).status).toBe(422);
  });
});

describe('while too many messages wait to be taken', () => {
  it('a sender is told when to send again, and nothing is stored', async () => {
    const before = await stored();
    const { inbox } = api.resources;
    const full = jest.spyOn(inbox, 'hasRoom').mockResolvedValue(false);
    try {
      const answer = asR4(await lab.post('/Observation', screen()));
      expect([answer.status, answer.headers.get('retry-after'), codes(answer)]).toEqual([429, '30', ['throttled']]);
      expect(await stored()).toBe(before);
    } finally {
      full.mockRestore();
    }
  });
});
