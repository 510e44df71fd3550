import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, partnerToken, StepwayProblem, type StepwayClient } from '@stepway/client';
import { freePort, startStack, type Stack } from '@stepway/test-support';
import { Clinic, hoursAgo } from '../clinic/clinic.ts';

const partner = 'recovery-housing';
const scripts: ChildProcess[] = [];
let stack: Stack;
let clinic: Clinic;
let administrator: StepwayClient;
let episodeId: string;
let begun: number;
let credentials: Readonly<Record<string, string>>;
beforeAll(async () => {
  stack = await startStack({ STEPWAY_WEBHOOKS_LOOPBACK: 'allow' });
  administrator = createClient({ address: stack.addresses().http, token: await tokenOf('administrator') });
  clinic = await Clinic.of(stack);
  begun = performance.now();
  await stack.stepway('partners', 'set', `infra/partners/${partner}.json`);
  const { stdout } = await stack.stepway('partners', 'kafka', partner);
  credentials = Object.fromEntries(
    [...stdout.matchAll(/^export (\w+)=(.+)$/gm)].map(([, name = '', text = '']) => [name, text]),
  );
  episodeId = await clinic.admitted('iop');
}, 180_000);
afterEach(() => scripts.splice(0).forEach((script) => script.kill()));
afterAll(() => stack?.stop(), 60_000);

/** A script of docs/examples/partners, as a partner would start it, and the lines it has printed. */
function example(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const script = spawn(process.execPath, [join('docs/examples/partners', name), ...args], {
    env: { ...process.env, KAFKAJS_NO_PARTITIONER_WARNING: '1', ...credentials, ...env },
  });
  scripts.push(script);
  let printed = '';
  script.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  return async (part: string): Promise<string> => {
    for (const end = Date.now() + 40_000; Date.now() < end; await pause(20)) {
      const line = printed
        .split('\n')
        .slice(0, -1)
        .find((text) => text.includes(part));
      if (line !== undefined) return line;
    }
    throw new Error(`${name} printed no ${part}: ${printed}`);
  };
}
const tokenOf = async (role: string): Promise<string> => (await stack.stepway('token', '--role', role)).stdout.trim();
const consents = (consentId: string) =>
  clinic.does(episodeId, 'GiveConsent', {
    ...{ consentId, kind: 'single-recipient', discloser: 'this-programme', signedAt: hoursAgo(0.01) },
    ...{ recipients: [{ recipientId: 'harbour-house' }], purposes: ['housing'], information: ['attendance'] },
    statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
    expires: { on: 'event', event: 'end-of-treatment' },
    signatures: [{ who: 'patient' }],
  });
const attends = () =>
  clinic.does(episodeId, 'RecordSession', {
    ...{ sessionId: crypto.randomUUID(), type: 'group', startedAt: hoursAgo(1), minutes: 90, attendance: 'attended' },
  });

describe('a partner who follows docs/partners.md', () => {
  it('has its first event by a plain Kafka client as soon as somebody consents and attends', async () => {
    const prints = example('kafka.mjs', [partner]);
    const typed = example('typed.mjs', [partner]);
    await attends(); // of nobody's consent: never told
    await consents('housing-1');
    const told = performance.now();
    await attends();
    const first = await prints('session-recorded');
    const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
    console.log(
      `First event ${seconds(performance.now() - told)} s after it, ${seconds(performance.now() - begun)} s in all`,
    );
    expect(first).not.toContain(episodeId);
    const { data, subject, dataschema, ...attributes } = JSON.parse(first);
    expect(data).toMatchObject({ attendance: 'attended', minutes: 90 });
    expect(attributes).toMatchObject({
      ...{ type: 'stepway.partner.session-recorded.v1', purpose: 'housing', consentscope: 'attendance' },
      ...{
        confidentiality: 'R',
        sensitivity: 'ETH',
        policy: '42CFRPart2',
        consentid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
      notice: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    });
    expect(await (await fetch(dataschema)).json()).toMatchObject({ title: 'session recorded' });
    expect(await typed('attended')).toContain(subject);
  }, 90_000);

  it('hears that the consent ended, and nothing after it', async () => {
    const prints = example('typed.mjs', [partner]);
    await prints('attended');
    await clinic.does(episodeId, 'RevokeConsent', { consentId: 'housing-1', at: new Date().toISOString() });
    await attends();
    expect(await prints('consent ended')).toMatch(/consent ended: revoked$/);
  }, 90_000);

  it('hears by a webhook that there is something, and takes none that is not signed', async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}/`;
    const { secret = '' } = await administrator.post('setWebhook', { partnerId: partner }, { url: address });
    const prints = example('webhook.mjs', [String(port)], { STEPWAY_WEBHOOK_SECRET: secret });
    await prints('listening');
    expect((await fetch(address, { method: 'POST', body: '{}' })).status).toBe(401);
    await consents('housing-2');
    await attends();
    expect(await prints('session-recorded')).toMatch(
      /^stepway\.partner\.session-recorded\.v1 [0-9a-f-]{36} [0-9a-f-]{36}$/,
    );
  }, 90_000);
});

describe('a partner with a key of its own', () => {
  let keyFile: string;
  beforeAll(async () => {
    keyFile = join(stack.dir, 'partner-key.json');
    const made = execFileSync(process.execPath, ['docs/examples/partners/key.mjs', keyFile], { encoding: 'utf8' });
    const registered = JSON.parse(readFileSync(`infra/partners/${partner}.json`, 'utf8'));
    registered.partners[0].jwks = { keys: [JSON.parse(made)] };
    const settings = join(stack.dir, 'partner.json');
    writeFileSync(settings, JSON.stringify(registered));
    await stack.stepway('partners', 'set', settings);
    await consents('housing-3');
    await attends();
  });
  const run = (script: string, ...args: readonly string[]) => example(script, args, { STEPWAY_PARTNER_KEY: keyFile });

  it('reads the stream by HTTP, and goes on where it left off', async () => {
    const { http } = stack.addresses();
    const line = await run('http.mjs', http, partner)('session-recorded');
    const place = line.split(' ').at(-1) ?? '';
    expect(line).toMatch(/^[0-9a-f-]{36} stepway\.partner\.session-recorded\.v1 \{.*\} \d+$/);
    const later = run('http.mjs', http, partner, place);
    await clinic.does(episodeId, 'RevokeConsent', { consentId: 'housing-3', at: new Date().toISOString() });
    expect(await later('consent-ended')).not.toContain(episodeId);
    await consents('housing-4');
  }, 90_000);

  it('is told again what it asks for, by the consents that hold now', async () => {
    const { http } = stack.addresses();
    const prints = run('replay.mjs', http, partner, hoursAgo(1));
    const told = Number((await prints('told again:')).split(' ').at(-1));
    expect(told).toBeGreaterThan(0);
    expect(await prints('session-recorded')).toMatch(/^[0-9a-f-]{36} stepway/);
  }, 90_000);

  it('gets its token for the scopes that it asks for; a key that is not registered gets none', async () => {
    const address = stack.addresses().http;
    const key = JSON.parse(readFileSync(keyFile, 'utf8'));
    const client = (token: () => Promise<string>) => createClient({ address, token });
    const own = client(partnerToken({ address, partnerId: partner, key }));
    expect((await own.ask('partnerReplays', { partnerId: partner })).items).toHaveLength(1);
    expect(await own.ask('partner', { partnerId: partner })).toMatchObject({ title: 'Harbour House' });
    const fhir = partnerToken({ address, partnerId: partner, key, scope: 'system/*.rs' });
    const refused = (ask: Promise<unknown>) => ask.catch((error: unknown) => error);
    const withFhir = client(fhir).ask('partnerReplays', { partnerId: partner });
    expect(await refused(withFhir)).toMatchObject({ code: 'STEPWAY_PROBLEM', status: 403 });
    const unknown = partnerToken({ address, partnerId: partner, key: { ...key, kid: 'another' } });
    expect(await refused(unknown())).toBeInstanceOf(StepwayProblem);
  }, 60_000);
});

describe('the typed client at the running API', () => {
  it('asks, reads page by page, and knows a refusal by its name', async () => {
    const found: string[] = [];
    for await (const row of administrator.each('programmes', { limit: 1 })) found.push(row.id);
    expect(found).toEqual(expect.arrayContaining(['standard-four', 'full-continuum']));
    const partners = (await administrator.ask('partners', {})).items;
    expect(partners.map(({ title }) => title)).toEqual(['Harbour House']);
    const director = createClient({ address: stack.addresses().http, token: await tokenOf('medical-director') });
    const at = new Date().toISOString();
    const { version, events } = await director.command(episodeId, 'RecordOutreach', {
      ...{ outreachId: 'o1', at, channel: 'phone', reached: true },
    });
    expect([events.map(({ type }) => type), version > 1]).toEqual([['OutreachRecorded'], true]);
    const again = director.command(episodeId, 'Admit', { level: 'iop', attendedAt: at }, { ifVersion: 1 });
    expect(await again.catch((error: unknown) => error)).toMatchObject({ code: 'STEPWAY_PROBLEM', status: 412 });
    const unseen = director.ask('episode', { episodeId: crypto.randomUUID() });
    expect(await unseen.catch((error: unknown) => error)).toMatchObject({
      status: 404,
      details: { title: expect.any(String) },
    });
  }, 60_000);
});
