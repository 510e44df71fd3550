import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { commandTypes } from '@stepway/pathway';
import { startStack, type Stack } from '@stepway/test-support';
import { Client } from 'pg';
import { filesWith, formsOf, holds } from '../canary/byte-search.ts';
import { canary, field } from '../canary/canary.ts';
import { comesFromOutside } from '../canary/from-outside.ts';
import { Partners, type Reached } from '../canary/partners.ts';
import { sendStray, type Refusal } from '../canary/stray.ts';
import { birthDate, walkTheWholePath, type Walked } from '../canary/walk.ts';
import { Clinic } from '../clinic/clinic.ts';

const forms = [...formsOf(canary), ...formsOf(birthDate)];

let stack: Stack;
let clinic: Clinic;
let officer: Clinic;
let walked: Walked;
let refusals: readonly Refusal[];
let outside: readonly Refusal[];
let partners: Partners;
let reached: Reached;

async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(stack.addresses().postgres);
  url.username = 'stepway_admin';
  url.password = readFileSync(join(stack.dir, 'postgres', 'password'), 'utf8');
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every row of every table of the database. */
const dump = (): Promise<ReadonlyMap<string, Buffer>> =>
  asSuperuser(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    const found = new Map<string, Buffer>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      found.set(name, Buffer.from(rows.map(({ row }) => row).join('\n')));
    }
    return found;
  });

beforeAll(async () => {
  stack = await startStack({ STEPWAY_WEBHOOKS_LOOPBACK: 'allow' });
  clinic = await Clinic.of(stack);
  officer = await Clinic.of(stack, 'privacy-officer');
  partners = await Partners.of(stack, clinic);
  walked = await walkTheWholePath(clinic, { officer, elsewhere: await Clinic.of(stack, 'therapist', ['riverside']) });
  const { stdout: token } = await stack.stepway('token', '--role', 'medical-director');
  refusals = await sendStray(stack.addresses().http, token.trim(), walked.episodeId);
  outside = await comesFromOutside(stack, clinic, { patientId: walked.patientId, birthDate });
  reached = await partners.reached(walked);
}, 180_000);
afterAll(async () => {
  await partners?.close();
  await stack?.stop();
}, 60_000);

describe('the search for the canary', () => {
  it.each<[string, Buffer]>([
    ['plain', Buffer.from(`..${canary}..`)],
    ['in capitals', Buffer.from(canary.toUpperCase())],
    ['as UTF-16', Buffer.from(canary, 'utf16le')],
    ['as hexadecimal figures', Buffer.from(Buffer.from(canary).toString('hex'))],
    ['as Base64, at its beginning', Buffer.from(Buffer.from(`${canary} and`).toString('base64'))],
    ['as Base64, one later', Buffer.from(Buffer.from(`.${canary} and`).toString('base64url'))],
    ['as Base64, two later', Buffer.from(Buffer.from(`..${canary.toLowerCase()}`).toString('base64'))],
    ['in an address', Buffer.from([...Buffer.from(canary)].map((byte) => `%${byte.toString(16)}`).join(''))],
    ['gzipped, in the middle of something', Buffer.concat([Buffer.alloc(9), gzipSync(`{"a":"${canary}"}`)])],
    ['the birthday', Buffer.from(`born ${birthDate}.`)],
  ])('finds it %s', (_, content) => {
    const folder = mkdtempSync(join(tmpdir(), 'stepway-canary-'));
    writeFileSync(join(folder, 'with'), content);
    writeFileSync(join(folder, 'without'), 'Zanary widgeon');
    expect(filesWith(folder, forms)).toEqual([join(folder, 'with')]);
    rmSync(folder, { recursive: true });
  });
});

describe('the names, contacts and words of a person who walked the whole path', () => {
  it('went through every command', () => {
    expect([...walked.accepted].toSorted()).toEqual(commandTypes.toSorted());
  });

  it('are read by those who may read them', async () => {
    const { body } = await clinic.get(`/v1/episodes/${walked.episodeId}`);
    expect(body['name']).toEqual({ given: canary, family: field('family') });
    const { body: referral } = await clinic.get(`/v1/episodes/${walked.referralId}/events`);
    const { body: events } = await clinic.get(`/v1/episodes/${walked.episodeId}/events?limit=200`);
    const told = JSON.stringify([referral, events]);
    const texts = ['goal', 'measure', 'evidence', 'destination', ...commandTypes.map((type) => `reason of ${type}`)];
    expect(texts.filter((name) => !told.includes(field(name)))).toEqual([]);
    const { body: reviewed } = await officer.get('/v1/break-the-glass?state=decided');
    expect(reviewed['items']).toMatchObject([
      { emergencyId: walked.emergencyId, reason: field('reason of an emergency') },
    ]);
    expect(JSON.stringify(reviewed)).toContain(field('note of a review'));
    const { body: found } = await clinic.get(`/v1/patients?query=${canary}`);
    expect(found['items']).toContainEqual(expect.objectContaining({ patientId: walked.patientId, birthDate }));
    // Whom a file brought.
    expect(found['items']).toHaveLength(2);
  });

  it('are not repeated where a request is refused', () => {
    expect(refusals.filter(({ status, echoes }) => status < 400 || status >= 500 || echoes)).toEqual([]);
  });

  it('are not repeated to those who send from outside, nor by the command line', () => {
    expect(outside.filter(({ echoes }) => echoes)).toEqual([]);
    expect(outside.filter(({ status }) => status < 300).map(({ what }) => what)).toEqual([
      'HL7 v2 of somebody known',
      'HL7 v2 of nobody known',
      'HL7 v2 of nobody known, too',
      // Stored, and found to be none when it is read.
      'HL7 v2 of broken segments',
      'FHIR a result',
      'FHIR a batch',
    ]);
  });

  it('stand in no table of the database', async () => {
    const tables = await dump();
    const withJourney = [...tables].filter(([, rows]) => holds(rows, [walked.episodeId])).map(([name]) => name);
    const kept = [
      'audit.emergency',
      'log.event',
      'log.stream',
      'read.board_row',
      'read.decision',
      'read.journey',
      'audit.access',
    ];
    expect(withJourney).toEqual(expect.arrayContaining(kept));
    const withPerson = [...tables].filter(([, rows]) => holds(rows, [walked.patientId])).map(([name]) => name);
    expect(withPerson).toEqual(expect.arrayContaining(['identity.patient', 'identity.patient_index']));
    expect([...tables].filter(([, rows]) => holds(rows, forms)).map(([name]) => name)).toEqual([]);
  });

  it.each(['topics', 'replays', 'webhooks', 'HTTP', 'FHIR'] as const)(
    'reach no partner by %s, nor does anything else of a person who did not consent',
    (way) => {
      const all = Buffer.from((reached.get(way) ?? []).join('\n'));
      // Of the person who consents something is there.
      expect(String(all)).toContain(way === 'FHIR' ? '"resourceType":"EpisodeOfCare"' : 'session-recorded');
      const ids = [walked.patientId, walked.episodeId, walked.referralId].flatMap(formsOf);
      expect(holds(all, [...forms, ...ids])).toBe(false);
      const drugs = ['methadone', 'morphine', 'cocaine', 'cannabis', 'opioid', 'fentanyl', 'benzodiazepine'];
      expect(drugs.filter((word) => String(all).toLowerCase().includes(word))).toEqual([]);
    },
  );

  it('stand in no measure of the API', async () => {
    const measures = await (await fetch(new URL('/metrics', stack.addresses().http))).text();
    expect(measures).toContain('stepway_');
    expect(holds(Buffer.from(measures), forms)).toBe(false);
  });

  it('stand in no file of PostgreSQL, Kafka, Temporal, and in no log', async () => {
    // What was written stands in PostgreSQL's own files, not only in its memory and its log of changes.
    await asSuperuser((client) => client.query('CHECKPOINT'));
    const places = filesWith(stack.dir, [walked.episodeId]).map((path) => path.slice(stack.dir.length + 1));
    // The search finds what is there: the opaque id of the journey is in each of them.
    for (const place of [
      /^postgres\/data\/base\//,
      /^postgres\/data\/pg_wal\//,
      /^kafka\/.*stepway\.care/,
      /^temporal\//,
    ])
      expect(places.filter((path) => place.test(path))).not.toEqual([]);
    for (const program of ['api', 'worker', 'relay', 'projector', 'intake'])
      expect(filesWith(stack.addresses().logs, [`"program":"${program}"`])).not.toEqual([]);
    expect(filesWith(stack.dir, forms)).toEqual([]);
  });
});
