import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startStack, type Stack } from '@stepway/test-support';
import { Webhook } from 'standardwebhooks';
import { Clinic, hoursAgo } from '../clinic/clinic.ts';

const partner = 'recovery-housing';
const scripts: ChildProcess[] = [];
let stack: Stack;
let clinic: Clinic;
let episodeId: string;
let begun: number;
beforeAll(async () => {
  stack = await startStack();
  clinic = await Clinic.of(stack);
  begun = performance.now();
  await stack.stepway('partners', 'set', `infra/partners/${partner}.json`);
  episodeId = await clinic.admitted('iop');
}, 180_000);
afterEach(() => scripts.splice(0).forEach((script) => script.kill()));
afterAll(() => stack?.stop(), 60_000);

/** A script of docs/examples/partners, as a partner would start it, and the lines it has printed. */
function example(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const script = spawn(process.execPath, [join('docs/examples/partners', name), ...args], {
    env: { ...process.env, KAFKAJS_NO_PARTITIONER_WARNING: '1', ...env },
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
const attends = () =>
  clinic.does(episodeId, 'RecordSession', {
    ...{ sessionId: crypto.randomUUID(), type: 'group', startedAt: hoursAgo(1), minutes: 90, attendance: 'attended' },
  });

describe('a partner who follows docs/partners.md', () => {
  it('has its first event by a plain Kafka client as soon as somebody consents and attends', async () => {
    const prints = example('kafka.mjs', [stack.addresses().kafka, partner]);
    const typed = example('typed.mjs', [stack.addresses().kafka, partner]);
    await attends(); // of nobody's consent: never told
    await clinic.does(episodeId, 'GiveConsent', {
      ...{ consentId: 'housing-1', kind: 'single-recipient', discloser: 'this-programme' },
      ...{ recipients: [{ recipientId: 'harbour-house' }], purposes: ['housing'], information: ['attendance'] },
      statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
      ...{
        expires: { on: 'event', event: 'end-of-treatment' },
        signedAt: hoursAgo(0.1),
        signatures: [{ who: 'patient' }],
      },
    });
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
    const prints = example('typed.mjs', [stack.addresses().kafka, partner]);
    await prints('attended');
    await clinic.does(episodeId, 'RevokeConsent', { consentId: 'housing-1', at: new Date().toISOString() });
    await attends();
    expect(await prints('consent ended')).toMatch(/consent ended: revoked$/);
  }, 90_000);

  it('takes a webhook that is signed with its secret, and no other', async () => {
    const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const prints = example('webhook.mjs', ['0'], { STEPWAY_WEBHOOK_SECRET: secret });
    const port = (await prints('listening')).split(' ').at(-1);
    const body = JSON.stringify({ id: 'e1', type: 'stepway.partner.admitted.v1', subject: 'somebody' });
    const send = async (by: string): Promise<number> => {
      const at = new Date();
      const headers = {
        'webhook-id': 'm1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(by).sign('m1', at, body),
      };
      return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers })).status;
    };
    expect(await send(`whsec_${Buffer.alloc(24, 8).toString('base64')}`)).toBe(401);
    expect(await send(secret)).toBe(204);
    expect(await prints('admitted')).toBe('stepway.partner.admitted.v1 somebody e1');
  }, 60_000);
});
