import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partnerEventTypes } from '@stepway/contracts';
import { exportsAtOnce } from '@stepway/partners';
import type { ConsentInformation } from '@stepway/pathway';
import { createKeys } from '@stepway/platform';
import { freshDatabase } from '@stepway/test-support';
import pg from 'pg';
import { faultsByR4 } from '../fhir/specs/definitions.ts';
import { partnerOf, signer, type Signer } from '../testing/partners.ts';
import { runApi, type RunningApi } from '../testing/running-api.ts';
import { consent, exporting, revoke, session, signedIn, someone, type Line, type Person } from './specs/exporting.ts';

let api: RunningApi;
let keys: Signer;
let owner: pg.Client;
let place: { readonly databaseUrl: string; readonly keysFile: string };
let partner: ReturnType<typeof exporting>;
let ada: Person;
let bea: Person;
let canary: Person;
beforeAll(async () => {
  const { url, adminUrl } = await freshDatabase();
  place = { databaseUrl: url, keysFile: join(mkdtempSync(join(tmpdir(), 'stepway-export-')), 'keys.json') };
  createKeys(place.keysFile);
  owner = new pg.Client(adminUrl);
  await owner.connect();
  api = await runApi(place);
  keys = await signer();
  const { registrations } = api.resources.partners;
  const jwks = { keys: [keys.key] };
  await registrations.set(partnerOf('harbour-house', { eventTypes: partnerEventTypes, jwks }), 'a');
  await registrations.set(partnerOf('other-house', { jwks }), 'a');
  partner = exporting(api, await signedIn(api, 'harbour-house', keys));
  [ada, bea, canary] = [await someone(api), await someone(api), await someone(api)];
  await consent(api, ada, ['attendance', 'goals-and-plan']);
  await consent(api, bea, ['attendance']);
}, 60_000);
afterAll(async () => {
  await api.stop();
  await owner.end();
});

const typesOf = (lines: readonly Line[]) => [...new Set(lines.map(({ resourceType }) => resourceType))].toSorted();
const pseudonym = async ({ episodeId }: Person): Promise<string> =>
  (await api.resources.partners.registrations.find('harbour-house'))?.pseudonyms.subject(episodeId) ?? '';
const accounted = async () =>
  (
    await owner.query<{ patientId: string; types: readonly string[] }>(
      `SELECT patient_id::text AS "patientId", array_agg(DISTINCT t ORDER BY t) AS types
       FROM partner.disclosure, unnest(resource_types) t WHERE channel = 'export' AND partner_id = 'harbour-house'
       GROUP BY patient_id`,
    )
  ).rows;

const rowsOf = async () => (await owner.query(`SELECT FROM partner.disclosure WHERE channel = 'export'`)).rowCount ?? 0;

describe('a partner that asks for an export', () => {
  it('is told what consents allow, line by line in R4, each accounted for; and nothing of anybody else', async () => {
    const at = await partner.start('?_outputFormat=application/fhir%2Bndjson');
    const manifest = await partner.manifest(at);
    expect(manifest).toEqual({
      transactionTime: expect.stringMatching(/Z$/),
      request: expect.stringMatching(/^http:\/\/127.0.0.1:\d+\/fhir\/R4\/\$export\?_outputFormat=/),
      requiresAccessToken: true,
      output: expect.any(Array),
      error: [],
    });
    expect(await accounted()).toEqual([]);

    const told: Line[] = [];
    for (const { type, url } of manifest.output) {
      const lines = await partner.download(url);
      expect([type, typesOf(lines)]).toEqual([type, [type]]);
      told.push(...lines);
    }
    const types = ['CarePlan', 'Consent', 'Encounter', 'Goal', 'Patient', 'Provenance'];
    expect(typesOf(told)).toEqual(types);
    expect(new Set(told.map(({ resourceType, id }) => `${resourceType}/${id}`)).size).toBe(told.length);
    const text = JSON.stringify([manifest, told]);
    for (const { patientId, episodeId } of [ada, bea, canary])
      expect([text.includes(patientId), text.includes(episodeId)]).toEqual([false, false]);
    expect(text).not.toContain(await pseudonym(canary));
    expect(text).not.toMatch(/canary|cocaine|spec-coordinator/i);
    const people = new Map((await accounted()).map((one) => [one.patientId, one.types]));
    expect(people).toEqual(
      new Map([
        [ada.patientId, types],
        [bea.patientId, ['Consent', 'Encounter', 'Patient', 'Provenance']],
      ]),
    );
    expect((await partner.send('DELETE', at)).status).toBe(202);
  });

  it('may ask with a Parameters, for all people', async () => {
    const parameter = [
      { name: '_type', valueString: 'Goal' },
      { name: '_since', valueInstant: '2020-01-31T00:00:00+01:00' },
    ];
    for (const path of ['/fhir/R4/$export', '/fhir/R4/Patient/$export']) {
      const { status, headers } = await partner.send('POST', path, {
        headers: { prefer: 'respond-async', 'content-type': 'application/fhir+json' },
        body: { resourceType: 'Parameters', parameter },
      });
      expect(status).toBe(202);
      const at = new URL(headers.get('content-location') ?? '').pathname;
      const { output, request } = await partner.manifest(at);
      expect(output.map(({ type }) => type)).toEqual(['Goal']);
      expect(new URL(request).searchParams.get('_since')).toBe('2020-01-31T00:00:00+01:00');
      await partner.send('DELETE', at);
    }
  });

  it('has only the types it asks for, and only what was told anew', async () => {
    expect(typesOf(await partner.whole('?_type=Goal,CarePlan'))).toEqual(['CarePlan', 'Goal']);
    const since = new Date().toISOString();
    expect(await partner.whole(`?_since=${since}`)).toEqual([]);
    await session(api, ada.episodeId, 's2');
    const anew = await partner.whole(`?_since=${since}&_type=Encounter`);
    expect(anew).toHaveLength(1);
    expect(anew[0]?.id.startsWith(await pseudonym(ada))).toBe(true);
  });

  it('is refused what is not understood, in R4', async () => {
    const refused = [
      await partner.send('GET', '/fhir/R4/$export'),
      await partner.askFor('?_type=Practitioner'),
      await partner.askFor('?_since=yesterday'),
      await partner.askFor('?_outputFormat=csv'),
      await partner.askFor('?_typeFilter=Goal%3Fx'),
    ];
    expect(refused.map(({ status, body }) => [status, faultsByR4(body)])).toEqual(refused.map(() => [400, []]));
    const lenient = { headers: { prefer: 'respond-async, handling=lenient' } };
    const asked = '/fhir/R4/$export?_typeFilter=x&_type=Goal,Practitioner&_since=2020-01-31T00:00:00Z';
    const { status, headers, body } = await partner.send('GET', asked, lenient);
    expect([status, faultsByR4(body)]).toEqual([202, []]);
    const said = body['issue'] as readonly { readonly severity: string; readonly diagnostics?: string }[];
    const aside = said.filter(({ severity }) => severity === 'warning').map(({ diagnostics }) => diagnostics);
    expect(aside).toEqual(['_typeFilter', '_type=Practitioner']);
    const at = new URL(headers.get('content-location') ?? '').pathname;
    const { search } = new URL((await partner.manifest(at)).request);
    expect(search).toBe('?_type=Goal&_since=2020-01-31T00%3A00%3A00Z');
    await partner.send('DELETE', at);
  });
});

describe('an export of more people than are looked at at a time', () => {
  it('has everybody who consented to it once, and nobody else', async () => {
    const { registrations } = api.resources.partners;
    const big = partnerOf('big-house', { eventTypes: partnerEventTypes, jwks: { keys: [keys.key] } });
    await registrations.set({ ...big, recipient: { ...big.recipient, recipientId: 'big-house' } }, 'a');
    const pseudonyms = (await registrations.find('big-house'))?.pseudonyms;
    const people: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      const episodeId = await api.newJourney(await api.newPatient());
      const to = count % 20 === 7 ? ['attendance'] : ['level-of-care'];
      await consent(api, { patientId: '', episodeId }, to as ConsentInformation[], 'big-house');
      if (to[0] === 'level-of-care') people.push(pseudonyms?.subject(episodeId) ?? '');
    }
    const theirs = exporting(api, await signedIn(api, 'big-house', keys));
    const found = await theirs.whole('?_type=EpisodeOfCare');
    expect(found.map(({ id }) => id)).toEqual(people.toSorted());
    expect(new Set((await theirs.whole('?_type=Patient')).map(({ id }) => id)).size).toBe(people.length);
  }, 120_000);
});

describe('an export', () => {
  it('is only of what the token was given for, when it is asked for and when it is downloaded', async () => {
    const ofGoals = exporting(api, await signedIn(api, 'harbour-house', keys, 'system/Goal.rs'));
    expect((await ofGoals.askFor('?_type=Encounter')).status).toBe(403);
    expect(typesOf(await ofGoals.whole())).toEqual(['Goal']);
    const at = await partner.start('?_type=Encounter');
    const [encounters] = (await partner.manifest(at)).output;
    expect((await ofGoals.send('GET', new URL(encounters?.url ?? '').pathname)).status).toBe(403);
    await partner.send('DELETE', at);
  });

  it('is there for its partner alone, and not for the house', async () => {
    const at = await partner.start();
    const other = exporting(api, await signedIn(api, 'other-house', keys));
    const [file] = (await partner.manifest(at)).output;
    const paths = [at, new URL(file?.url ?? '').pathname];
    for (const path of paths) expect((await other.send('GET', path)).status).toBe(404);
    expect((await other.send('DELETE', at)).status).toBe(404);
    for (const path of paths) expect((await api.send('GET', path, { role: 'administrator' })).status).toBe(403);
    expect((await partner.send('DELETE', at)).status).toBe(202);
    for (const path of paths) expect((await partner.send('GET', path)).status).toBe(404);
    expect((await partner.send('DELETE', at)).status).toBe(404);
  });

  it('is one of few at once', async () => {
    const started: string[] = [];
    for (let at = 0; at < exportsAtOnce; at += 1) started.push(await partner.start());
    const { status, headers } = await partner.askFor();
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
    for (const one of started) expect((await partner.send('DELETE', one)).status).toBe(202);
    await partner.whole();
  });

  it('goes on after a restart, and ends when it expires', async () => {
    const at = await partner.start();
    expect((await partner.send('GET', at)).status).toBe(202);
    await api.stop();
    api = await runApi(place);
    partner = exporting(api, await signedIn(api, 'harbour-house', keys));
    const { output } = await partner.manifest(at);
    expect(output.length).toBeGreaterThan(3);
    for (const { url } of output) expect((await partner.download(url)).length).toBeGreaterThan(0);

    const later = await runApi({ ...place, now: () => new Date(Date.now() + 25 * 3_600_000) });
    const token = await later.resources.partnerTokens.sign('harbour-house', ['system/*.rs']);
    expect((await exporting(later, `Bearer ${token}`).send('GET', at)).status).toBe(404);
    await later.stop();
    await partner.send('DELETE', at);
  });
});

/** Accounts cannot be written until this lets go: so many downloads stand still there, each at its first person. */
async function whileStill<T>(
  downloads: number,
  begin: () => { readonly found: Promise<T>; readonly meanwhile: () => Promise<void> },
): Promise<T> {
  await owner.query('BEGIN');
  await owner.query('LOCK TABLE partner.disclosure IN EXCLUSIVE MODE');
  const { found, meanwhile } = begin();
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
    AND query LIKE '%INSERT INTO partner.disclosure%'`;
  let still = 0;
  for (let tries = 0; still < downloads && tries < 5_000; tries += 1)
    still = (await api.resources.pool.query(waiting)).rowCount ?? 0;
  await meanwhile();
  await owner.query('COMMIT');
  return found;
}

describe('a download', () => {
  it('is one of few at once', async () => {
    const at = await partner.start('?_type=Goal');
    const [file] = (await partner.manifest(at)).output;
    const path = new URL(file?.url ?? '').pathname;
    const whole = await whileStill(4, () => ({
      found: Promise.all(Array.from({ length: 4 }, () => partner.download(file?.url ?? ''))),
      meanwhile: async () => expect((await partner.send('GET', path)).status).toBe(429),
    }));
    expect(whole.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(await partner.download(file?.url ?? '')).toHaveLength(1);
    await partner.send('DELETE', at);
  });

  it('ends with its export: the rest is not sent, and it does not look whole', async () => {
    const at = await partner.start('?_type=Encounter');
    const [file] = (await partner.manifest(at)).output;
    const before = await rowsOf();
    const ended = await whileStill(1, () => ({
      found: partner.download(file?.url ?? '').catch((error: unknown) => String(error)),
      meanwhile: async () => expect((await partner.send('DELETE', at)).status).toBe(202),
    }));
    expect(ended).toMatch(/terminated/);
    expect(await rowsOf()).toBe(before + 1);
  });
});

describe('a consent that ends', () => {
  it('while a file is downloaded keeps whoever comes later in it out', async () => {
    const [first, second] = (await pseudonym(ada)) < (await pseudonym(bea)) ? [ada, bea] : [bea, ada];
    const at = await partner.start('?_type=Encounter');
    const [file] = (await partner.manifest(at)).output;
    const downloaded = await whileStill(1, () => ({
      found: partner.download(file?.url ?? ''),
      meanwhile: async () => expect((await revoke(api, second)).status).toBe(200),
    }));
    const ids = downloaded.map(({ id }) => id.split('.')[0]);
    expect(new Set(ids)).toEqual(new Set([await pseudonym(first)]));
    await partner.send('DELETE', at);
  });

  it('between manifest and download leaves the person out, and nothing is accounted for', async () => {
    const at = await partner.start();
    const { output } = await partner.manifest(at);
    for (const one of [ada, bea]) await revoke(api, one);
    const before = await rowsOf();
    for (const { url } of output) expect(await partner.download(url)).toEqual([]);
    expect(await rowsOf()).toBe(before);
    await partner.send('DELETE', at);
    expect(await partner.whole()).toEqual([]);
  });

  it('has ended for an API whose clock is behind, too', async () => {
    const behind = await runApi({ ...place, now: () => new Date(Date.now() - 15_000) });
    const token = await behind.resources.partnerTokens.sign('harbour-house', ['system/*.rs']);
    expect(await exporting(behind, `Bearer ${token}`).whole()).toEqual([]);
    await behind.stop();
  });
});
