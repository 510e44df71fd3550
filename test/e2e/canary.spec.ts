import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { startStack, type Stack } from '@stepway/test-support';
import { Clinic, hoursAgo } from '../clinic/clinic.ts';
import { until } from '../clinic/until.ts';

/** Stands for everything that could tell who somebody is, or what they said. Found nowhere else in the world. */
const canary = 'Zanarywidgeon';
const field = (name: string): string => `${canary} ${name}`;

/** The canary as it may be written in a file: plain, encoded, or in a database's own form. */
const forms = [
  canary,
  canary.toLowerCase(),
  canary.toUpperCase(),
  Buffer.from(canary, 'utf16le').toString('latin1'),
  Buffer.from(canary).toString('hex'),
  // Base64 of the canary at each of the three places where it may begin.
  ...[0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + canary)
      .toString('base64')
      .slice(Math.ceil((shift * 4) / 3), -4),
  ),
];

const foundIn = (content: Buffer, words: readonly string[]): boolean =>
  words.some((word) => content.includes(Buffer.from(word, 'latin1')));

function* filesBelow(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() && statSync(path).size > 0) yield path;
  }
}

function filesWith(dir: string, words: readonly string[]): string[] {
  return [...filesBelow(dir)].filter((path) => {
    const content = readFileSync(path);
    return foundIn(path.endsWith('.gz') ? gunzipSync(content) : content, words);
  });
}

/** Every row of every table that Stepway has, as text. */
async function dump(url: string): Promise<ReadonlyMap<string, Buffer>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
         AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT')`,
    );
    const found = new Map<string, Buffer>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      found.set(name, Buffer.from(rows.map(({ row }) => row).join('\n')));
    }
    return found;
  } finally {
    await client.end();
  }
}

let stack: Stack;
let clinic: Clinic;
let episodeId: string;

/** One journey with the canary in each field that holds a name, a contact or free text, and in what is refused. */
async function walkTheWholePath(): Promise<void> {
  const reason = field('reason');
  const key = (name: string) => ({ 'idempotency-key': field(name) });
  const person = {
    name: { given: canary, family: field('family') },
    birthDate: '1980-02-03',
    contacts: [{ system: 'phone', value: field('phone') }],
    mrn: field('mrn'),
    externalIds: [{ system: 'elsewhere', value: field('external') }],
  };
  const { body: patient } = await clinic.once('POST', '/v1/patients', person, key('patient'));
  const opening = {
    patientId: patient['patientId'],
    ...{ programme: 'standard-four', siteId: 'main', entryLevel: 'iop', ageGroup: 'adult', reason },
  };
  const { body: opened } = await clinic.once('POST', '/v1/episodes', opening, key('episode'));
  episodeId = String(opened['episodeId']);
  await clinic.command(episodeId, 'Admit', { level: 'iop', attendedAt: hoursAgo(50), reason });
  const goals = [{ goalId: 'g1', domain: 'health', text: field('goal'), measure: field('measure') }];
  await clinic.command(episodeId, 'SetGoals', { goals, reason });
  await clinic.command(episodeId, 'CompleteGoal', { goalId: 'g1', evidence: field('evidence'), reason });
  await clinic.command(episodeId, 'PlaceHold', { holdId: 'h1', until: hoursAgo(-24), reason });
  await clinic.command(episodeId, 'ReleaseHold', { holdId: 'h1', reason });
  await clinic.drugTest(episodeId, 'positive');
  await clinic.command(episodeId, 'ChangeLevelOfCare', { to: 'residential', reasonCode: 'safety', reason });

  const refused = [
    await clinic.command(episodeId, 'Admit', { level: 'iop', attendedAt: canary, reason }),
    await clinic.command(episodeId, 'PlaceHold', { holdId: field('id'), until: hoursAgo(-24), reason }),
    await clinic.once('POST', `/v1/episodes/${canary}/admit`, { level: 'iop', attendedAt: hoursAgo(1) }),
    await clinic.get(`/v1/${canary}`),
  ];
  for (const { status, body } of refused) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toContain(canary);
  }
  await clinic.get(`/v1/patients?query=${canary}`);
  const discharge = { at: hoursAgo(0), reasonCode: 'other', destination: field('destination'), reason };
  const { body: discharged } = await clinic.command(episodeId, 'DischargeEpisode', discharge);
  await until('the board has the discharge', async () => {
    const { body: view } = await clinic.get(`/v1/episodes/${episodeId}`);
    return Number(view['version']) >= Number(discharged['version']);
  });
}

beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
  await walkTheWholePath();
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

describe('the names, contacts and words of a person who walked the whole path', () => {
  it('are read by those who may read them', async () => {
    const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
    expect(body['name']).toEqual({ given: canary, family: field('family') });
    const { body: events } = await clinic.get(`/v1/episodes/${episodeId}/events?limit=200`);
    for (const name of ['reason', 'goal', 'measure', 'evidence', 'destination'])
      expect(JSON.stringify(events)).toContain(field(name));
    const { body: found } = await clinic.get(`/v1/patients?query=${canary}`);
    expect(found['items']).toHaveLength(1);
  });

  it('stand in no table of the database', async () => {
    const tables = await dump(stack.addresses().postgres);
    const withJourney = [...tables].filter(([, rows]) => foundIn(rows, [episodeId])).map(([name]) => name);
    expect(withJourney).toEqual(expect.arrayContaining(['log.event', 'read.board_row', 'read.decision']));
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['identity.patient']));
    expect([...tables].filter(([, rows]) => foundIn(rows, forms)).map(([name]) => name)).toEqual([]);
  });

  it('stand in no file of PostgreSQL, Kafka, Temporal, and in no log', () => {
    const places = new Set(
      filesWith(stack.dir, [episodeId]).map((path) => path.slice(stack.dir.length + 1).split('/')[0]),
    );
    // The search finds what is there: the opaque id of the journey is in each of them.
    expect([...places]).toEqual(expect.arrayContaining(['kafka', 'postgres', 'temporal']));
    expect(filesWith(stack.addresses().logs, ['"program":"api"'])).not.toEqual([]);
    expect(filesWith(stack.dir, forms)).toEqual([]);
  });
});
