import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { clinicalInDeadSettings, type Message } from '@stepway/messaging';
import { startStack, type Stack } from '@stepway/test-support';
import { Clinic } from '../clinic/clinic.ts';
import { fact, Feeds } from '../clinic/feeds.ts';
import { oru } from '../clinic/laboratory.ts';
import { until } from '../clinic/until.ts';

let stack: Stack;
let clinic: Clinic;
let feeds: Feeds;
let episodeId: string;
let patientId: string;
let token: string;
let before: object;
beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
  feeds = await Feeds.of(stack);
  episodeId = await clinic.admitted('iop');
  const { body } = await until('the journey is on the board', async () => {
    const answer = await clinic.get(`/v1/episodes/${episodeId}`);
    return answer.body['level'] === 'iop' && answer;
  });
  patientId = String(body['patientId']);
  token = (await stack.stepway('token', '--role', 'coordinator')).stdout.trim();
  before = stack.addresses().processes;
}, 180_000);
afterAll(async () => {
  await feeds?.close();
  await stack?.stop();
}, 60_000);

/** Whatever came: what comes next is taken, and no program was started again. */
afterEach(async () => {
  const specimen = `good-${randomUUID().slice(0, 8)}`;
  expect(await feeds.hl7([oru({ patientId, controlId: specimen, specimen, value: 'Negative' })])).toEqual([
    `AA ${specimen}`,
  ]);
  await feeds.byFhir(patientId, [`f-${specimen}`]);
  expect(stack.addresses().processes).toEqual(before);
});

const good = (controlId: string) => oru({ patientId, controlId, specimen: `S-${controlId}`, value: 'Negative' });

// What is read only after it is safe (how many segments, how many messages) is answered AA, and waits for a person.
describe('by MLLP', () => {
  const long = 'x'.repeat(10_000_000);
  it.each<[string, (id: string) => string, string]>([
    ['a field of 10 MB', (id) => good(id).replace('Wren', long), 'AR'],
    [
      '40,000 segments, the most that fit in a frame',
      (id) => `${good(id)}${'OBX|1|ST|1^a^L||x||||||F\r'.repeat(40_000)}`,
      'AA',
    ],
    ['a NUL', (id) => good(id).replace('Wren', 'Wr\u0000en'), 'AR'],
    ['letters that its character set has not', (id) => good(id).replace('Wren', 'Wr\u00e9n'), 'AR'],
    ['a character set that nobody takes', (id) => good(id).replace('|2.5.1', '|2.5.1||||||UNICODE UTF-16'), 'AR'],
    ['other separators', (id) => good(id).replace('MSH|^~\\&', 'MSH|^~\\#'), 'AR'],
    ['two messages in one frame', (id) => good(id) + good(id), 'AA'],
    ['escapes that would begin a segment', (id) => good(id).replace('Wren', '\\X0D\\OBX|9\\E\\\\F\\\\.br\\'), 'AA'],
    ['escapes without an end', (id) => good(id).replace('Wren', '\\X0D0A\\H\\\\Zxx'), 'AA'],
    ['a script for a name', (id) => good(id).replace('Wren', '<script>alert(1)</script>'), 'AA'],
    ['a number of a thousand digits', (id) => good(id).replace('Negative', '9'.repeat(1_000)), 'AA'],
    ['a component nested as deep as a field goes', (id) => good(id).replace('Wren', '^&~'.repeat(5_000)), 'AA'],
  ])('%s is answered, and the next message is taken', async (what, message, code) => {
    const id = `H${what.length}-${randomUUID().slice(0, 6)}`;
    expect((await feeds.hl7([message(id)])).map((answer) => answer.slice(0, 2))).toEqual([code]);
  });

  it.each<[string, Buffer]>([
    ['a frame that is cut off', Buffer.from('\u000bMSH|^~\\&|LIS|NORTH|')],
    ['a frame that ends in the middle', Buffer.from('\u000bMSH|^~\\&|LIS\u001cNORTH')],
    ['a request of HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['the beginning of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
    ['a million beginnings', Buffer.alloc(1_000_000, 0x0b)],
  ])('%s keeps nobody waiting', async (_, bytes) => {
    const [host = '', port = ''] = stack.addresses().mllp.split(':');
    const socket = connect(Number(port), host);
    socket.on('error', () => undefined);
    await new Promise<void>((done) => socket.write(bytes, () => done()));
    socket.destroy();
  });
});

const resource = (more: string) =>
  `{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"14314-9"}]},${more}}`;

describe('by FHIR', () => {
  it.each<[string, () => Promise<Response>, number]>([
    ['JSON that is cut off', () => feeds.fhir('/Observation', resource('"valueString":"neg').slice(0, -1)), 400],
    ['JSON of a million levels', () => feeds.fhir('/Observation', '['.repeat(1_000_000)), 400],
    ['a name twice', () => feeds.fhir('/Observation', resource('"status":"final"')), 400],
    ['a name that sets a prototype', () => feeds.fhir('/Observation', resource('"__proto__":{"admin":true}')), 400],
    ['UTF-16', () => feeds.fhir('/Observation', new Uint8Array(Buffer.from(resource('"a":1'), 'utf16le'))), 400],
    ['10 MB', () => feeds.fhir('/Observation', resource(`"valueString":"${'x'.repeat(10_000_000)}"`)), 413],
    [
      'a bomb of gzip',
      () =>
        feeds.fhir('/Observation', new Uint8Array(gzipSync(Buffer.alloc(200_000_000))), { 'content-encoding': 'gzip' }),
      415,
    ],
    [
      'a bomb of deflate',
      () =>
        feeds.fhir('/Observation', new Uint8Array(deflateSync(Buffer.alloc(50_000_000))), {
          'content-encoding': 'deflate',
        }),
      415,
    ],
    ['a lone surrogate', () => feeds.fhir('/Observation', resource('"valueString":"\\ud800"')), 202],
    ['U+0000 in a text', () => feeds.fhir('/Observation', resource('"valueString":"\\u0000"')), 202],
    ['a number beyond all numbers', () => feeds.fhir('/Observation', resource('"valueQuantity":{"value":1e999}')), 422],
    [
      'constructor and prototype as names',
      () => feeds.fhir('/Observation', resource('"constructor":{"prototype":{"a":1}}')),
      202,
    ],
    [
      'a hundred thousand components',
      () => feeds.fhir('/Observation', resource(`"component":[${Array.from({ length: 100_000 }, () => '{}').join()}]`)),
      422,
    ],
  ])('%s is answered', async (_, send, status) => {
    const answer = await send();
    const text = await answer.text();
    expect([answer.status, text.includes('OperationOutcome')]).toEqual([status, true]);
  });
});

describe('by every other route that takes a body', () => {
  it.each(['/v1/patients', '/v1/episodes', '/v1/files/roster', '/v1/files/screens', '/v1/programmes'])(
    'a bomb is refused before it is unpacked: %s',
    async (path) => {
      for (const [encoding, pack] of [
        ['gzip', gzipSync],
        ['deflate', deflateSync],
        ['br', gzipSync],
      ] as const)
        for (const type of ['application/json', 'text/csv']) {
          const answer = await fetch(new URL(path, stack.addresses().http), {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': type, 'content-encoding': encoding },
            body: new Uint8Array(pack(Buffer.alloc(20_000_000))),
          });
          expect([path, encoding, type, answer.status]).toEqual([path, encoding, type, 415]);
        }
    },
  );
});

describe('by a file', () => {
  const roster = 'record_number,given_name,family_name,birth_date,site,programme,level,referred_at\r\n';
  const sent = async (body: string | Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(new URL('/v1/files/roster?dry=true', stack.addresses().http), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body,
    });
    const told = (await answer.json()) as { fault?: string; lines?: { outcome: string }[] };
    return [answer.status, told.fault ?? told.lines?.map(({ outcome }) => outcome).join()];
  };
  it.each<[string, string | Uint8Array<ArrayBuffer>, readonly [number, string | undefined]]>([
    ['100,000 lines', `${roster}${'a\n'.repeat(100_000)}`, [400, 'too-many-lines']],
    ['a cell of 10 MB', `${roster}${'x'.repeat(10_000_000)}`, [413, undefined]],
    ['a cell of 900 kB', `${roster}${'x'.repeat(900_000)}`, [400, 'quotes']],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), [400, 'not-text']],
    ['quotes without an end', `${roster}"a,b`, [400, 'quotes']],
    ['names of prototypes', `__proto__,constructor\n1,2`, [400, 'other-columns']],
    ['a name of the prototype among the columns', `__proto__,${roster}1,2`, [400, 'column-unknown']],
    [
      'formulas and scripts for names',
      `${roster}"=cmd|'/c calc'!A1",<script>,"@SUM(1)",1980-02-03,main,standard-four,iop,2026-11-01`,
      [200, 'recorded'],
    ],
    [
      'a birth date of a thousand digits',
      `${roster}a,b,c,${'9'.repeat(400)},main,standard-four,iop,2026-11-01`,
      [200, 'faulty'],
    ],
  ])('%s is answered', async (_, body, expected) => expect(await sent(body)).toEqual(expected));
});

describe('by Kafka', () => {
  it('whatever is no fact is a dead letter with its reason, and the fact behind it is recorded', async () => {
    const headers = fact(patientId, 'x').headers;
    const event = (specimen: string, change: Partial<Message>) =>
      fact(patientId, specimen, { headers: { ...headers, ce_id: specimen }, ...change });
    const bad: readonly Message[] = [
      event('bad-1', { value: Buffer.from('{"cut') }),
      event('bad-2', { value: Buffer.from('['.repeat(500_000)) }),
      event('bad-3', { value: Buffer.from([0xff, 0xfe, 0x00]) }),
      event('bad-4', { value: Buffer.from('{"__proto__":{"specimenId":"x"}}') }),
      event('bad-5', { value: Buffer.alloc(0) }),
      event('bad-6', { headers: {} }),
      event('bad-7', { headers: { ...headers, ce_type: 'stepway.clinical.open-sesame.v1' } }),
      event('bad-8', { headers: { ...headers, ce_source: '<script>' } }),
      event('bad-9', {
        value: Buffer.from(JSON.stringify({ specimenId: 'bad\u0000', results: 1 }).replace(':1}', ':1e999}')),
      }),
    ];
    for (const record of bad) expect(await feeds.record(record)).toBe(true);
    await feeds.byKafka(patientId, ['K-good']);
    await until('the fact behind them', async () => {
      const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
      return ((body['specimens'] ?? []) as { specimenId: string }[]).some(({ specimenId }) => specimenId === 'K-good');
    });
    const reasons: string[] = [];
    const enough = Promise.withResolvers<void>();
    const consumer = await feeds.messaging.run({
      ...{ topic: clinicalInDeadSettings.topic, groupId: randomUUID(), startAt: async () => new Map() },
      handle: async ({ messages }) => {
        reasons.push(...messages.map(({ headers: of }) => String(of['dead-reason'])));
        if (reasons.length >= bad.length) enough.resolve();
      },
    });
    await enough.promise;
    await consumer.stop();
    expect(reasons).toHaveLength(bad.length);
  }, 60_000);
});
