import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@stepway/client';
import { partnerTopic } from '@stepway/contracts/names';
import { startStack, type Stack } from '@stepway/test-support';
import { Clinic, hoursAgo } from '../clinic/clinic.ts';
import { PartnerSide, type Came } from '../clinic/partner-side.ts';
import { until } from '../clinic/until.ts';

const partnerId = 'recovery-housing';
const people = 12;
const session = 'stepway.partner.session-recorded.v1';

let stack: Stack;
let clinic: Clinic;
let officer: Clinic;
let side: PartnerSide;
let episodes: readonly string[];
/** Sessions that were acknowledged, of each journey. */
const acked = new Map<string, number>();

beforeAll(async () => {
  stack = await startStack({ STEPWAY_WEBHOOKS_LOOPBACK: 'allow' });
  clinic = await Clinic.of(stack);
  officer = await Clinic.of(stack, 'privacy-officer');
  side = await PartnerSide.of(stack);
  await stack.stepway('partners', 'set', `infra/partners/${partnerId}.json`);
  const token = (await stack.stepway('token', '--role', 'administrator')).stdout.trim();
  const administrator = createClient({ address: stack.addresses().http, token });
  await administrator.post('setWebhook', { partnerId }, { url: side.url });
  const webhook = () => administrator.ask('webhook', { partnerId });
  await until('the webhook has answered', async () => (await webhook()).webhook?.state === 'active');
  episodes = await Promise.all(Array.from({ length: people }, () => clinic.admitted('iop')));
  for (const episodeId of episodes) await clinic.does(episodeId, 'GiveConsent', consent);
  await records(episodes[0] ?? '');
  await until('the topic is there', async () => {
    const { stream } = await administrator.ask('partner', { partnerId });
    return stream.delivered > 0;
  });
  await side.read(partnerTopic(partnerId));
  await until('the first is told both ways', async () => both().every((came) => sessions(came).length > 0));
}, 180_000);
afterAll(async () => {
  await side?.close();
  await stack?.stop();
}, 60_000);

const consent = {
  ...{ consentId: 'housing-1', kind: 'single-recipient', discloser: 'this-programme', signedAt: hoursAgo(0.01) },
  ...{ recipients: [{ recipientId: 'harbour-house' }], purposes: ['housing'], information: ['attendance'] },
  statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
  expires: { on: 'event', event: 'end-of-treatment' },
  signatures: [{ who: 'patient' }],
};
async function records(episodeId: string): Promise<void> {
  const { status } = await clinic.session(episodeId);
  expect(status).toBe(200);
  acked.set(episodeId, (acked.get(episodeId) ?? 0) + 1);
}
const both = (): readonly (readonly Came[])[] => [side.onTopic, side.posted];
const total = (): number => [...acked.values()].reduce((sum, count) => sum + count, 0);

/** Sessions that were told, in the order in which each came first. */
function sessions(came: readonly Came[]): readonly Came[] {
  const seen = new Set<string | undefined>();
  return came.filter(({ told: { id, type } }) => {
    if (type !== session || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

const allTold = () =>
  until(
    'every session is told both ways',
    async () => both().every((came) => sessions(came).length >= total()),
    120_000,
  );

describe('sessions of people who consent, told to a partner by topic and by webhook', () => {
  it('come soon after they are recorded, at five a second', async () => {
    const before = new Set(
      both()
        .flat()
        .map(({ told }) => told['id']),
    );
    const sent: Promise<void>[] = [];
    for (let turn = 0; turn < 100; turn += 1) {
      sent.push(records(episodes[turn % people] ?? ''));
      await pause(200);
    }
    await Promise.all(sent);
    await allTold();
    const waits = (came: readonly Came[]) =>
      sessions(came)
        .filter(({ told }) => !before.has(told['id']))
        .map(({ at, told }) => at - Date.parse(told['recordedtime'] ?? ''))
        .toSorted((a, b) => a - b);
    const [topic = [], webhook = []] = both().map(waits);
    const at = (sorted: readonly number[], part: number) => sorted[Math.ceil(sorted.length * part) - 1];
    const figures = (sorted: readonly number[]) => `p50 ${at(sorted, 0.5)} · p99 ${at(sorted, 0.99)} ms`;
    console.log(
      `recorded → topic ${figures(topic)}; recorded → webhook ${figures(webhook)} (${topic.length} sessions)`,
    );
    expect([topic.length, webhook.length]).toEqual([100, 100]);
  }, 180_000);

  it('are each told, in order of each journey, and accounted for once, though the relay is killed meanwhile', async () => {
    let crash: Promise<void> | undefined;
    let sent = 0;
    const send = async (): Promise<void> => {
      while (sent < 180) {
        const turn = sent++;
        if (turn === 60) crash = stack.crash('relay');
        await records(episodes[turn % people] ?? '');
      }
    };
    await Promise.all(Array.from({ length: 4 }, send));
    await crash;
    await allTold();
    const counts = [...acked.values()].toSorted((a, b) => a - b);
    for (const came of both()) {
      const bySubject = Map.groupBy(sessions(came), ({ told }) => told['subject']);
      expect([...bySubject.values()].map(({ length }) => length).toSorted((a, b) => a - b)).toEqual(counts);
      for (const told of bySubject.values()) {
        const order = told.map((one) => one.told['sequence'] ?? '');
        expect(order).toEqual(order.toSorted());
      }
    }
    for (const episodeId of episodes) {
      const { body } = await clinic.get(`/v1/episodes/${episodeId}`);
      const path = `/v1/disclosures?patientId=${String(body['patientId'])}&limit=500`;
      const items = (await officer.get(path)).body['items'] as readonly Record<string, string>[];
      for (const channel of ['stream', 'webhook']) {
        const rows = items.filter((item) => item['channel'] === channel && item['eventType'] === 'SessionRecorded');
        expect([channel, rows.length]).toEqual([channel, acked.get(episodeId)]);
        expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(rows.length);
      }
    }
  }, 240_000);
});
