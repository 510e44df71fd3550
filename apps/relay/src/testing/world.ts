import { randomUUID } from 'node:crypto';
import type { Partner } from '@stepway/contracts';
import { emptyStream, openEventLog, type AppendRequest, type EventLog, type StreamHead } from '@stepway/event-log';
import { openPartners, openWebhooks, type Delivery, type Partners, type Webhooks } from '@stepway/partners';
import type { EventData } from '@stepway/pathway';
import { createLogger, createKeys, readKeys } from '@stepway/platform';
import { createPartnerSeal, createWebhookSeal } from '@stepway/privacy';
import { freshDatabase, freshFolder } from '@stepway/test-support';
import pg from 'pg';
import { createSender, type Send } from '../webhooks/sending/send.ts';
import { tellByConsent } from '../webhooks/telling-by-consent.ts';
import { WebhookSender, type WebhookSenderOptions } from '../webhooks/webhook-sender.ts';
import { certificate } from './certificate.ts';

const logger = createLogger({ program: 'spec', level: 'silent' });
export const partnerId = 'recovery-housing';
export const harbourHouse: Partner = {
  ...{ partnerId, title: 'Harbour House', active: true, purpose: 'housing' },
  recipient: { recipientId: 'harbour-house', classes: ['housing-provider'] },
  eventTypes: ['Admitted', 'SessionRecorded', 'TransitionStarted', 'TransitionCompleted', 'EpisodeDischarged'],
};

/** A database with journeys, a partner, its webhook and what sends to it; the clock stands still until it is moved. */
export interface World {
  readonly log: EventLog;
  readonly pool: pg.Pool;
  readonly partners: Partners;
  readonly webhooks: Webhooks;
  now(): Date;
  pass(ms: number): void;
  /** Starts a process that sends. Several may run. */
  start(change?: Partial<WebhookSenderOptions>): WebhookSender;
  stop(sender: WebhookSender): Promise<void>;
  /** Makes the webhook. @returns its secret */
  webhookAt(url: string, ofPartner?: string): Promise<string>;
  /** Somebody in care, whose consent holds for the partner unless told otherwise. */
  journey(options?: { readonly consents?: boolean }): Promise<string>;
  /** Something that the partner may be told, if the consent holds. */
  session(episodeId: string): Promise<void>;
  revoke(episodeId: string): Promise<void>;
  /** Another consent to the same, by its own id. */
  consent(episodeId: string, consentId: string): Promise<void>;
  deliveries(ofPartner?: string): Promise<readonly Delivery[]>;
  /** Looks again and again, waking who sends. */
  until(holds: () => boolean | Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const { url } = await freshDatabase();
  const folder = await freshFolder();
  const keysFile = `${folder}/keys.json`;
  createKeys(keysFile);
  const keys = readKeys(keysFile);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const log = openEventLog({ connectionString: url });
  const placing = await log.tryLead('positions');
  if (placing === undefined) throw new Error('another places');
  const partners = openPartners({ pool, seal: createPartnerSeal(keys) });
  const webhooks = openWebhooks(pool, createWebhookSeal(keys));
  await partners.registrations.set(harbourHouse, 'admin-1');

  let passed = 0;
  const began = Date.now();
  const now = (): Date => new Date(began + passed);
  const heads = new Map<string, StreamHead>();
  const running = new Set<WebhookSender>();
  const record = async (episodeId: string, events: AppendRequest['events']): Promise<void> => {
    const request = { commandId: randomUUID(), commandHash: Buffer.from('spec'), recordedAt: now().toISOString() };
    const actor = { id: 'staff-1', kind: 'person', role: 'coordinator' } as const;
    const expected = heads.get(episodeId) ?? emptyStream;
    const result = await log.append({ ...request, episodeId, actor, expected, events });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    heads.set(episodeId, result.head);
    while ((await log.place(placing, 500)).placed > 0);
  };
  const at = (): string => now().toISOString();
  const world: World = {
    ...{ log, pool, partners, webhooks, now },
    pass: (ms) => void (passed += ms),
    start: (change = {}) => {
      const send: Send = createSender({ reach: { ports: [], loopback: true }, tls: { ca: certificate.cert }, now });
      const telling = tellByConsent({
        log,
        partners,
        origin: { deployment: 'spec', publicUrl: 'https://spec.example' },
        now,
      });
      const sender = new WebhookSender({
        ...{
          log,
          logger,
          webhooks,
          telling,
          send,
          deployment: 'spec',
          fhirBase: 'https://care.example/fhir/R4',
          now,
          random: () => 0.5,
        },
        ...change,
      });
      sender.onApplicationBootstrap();
      running.add(sender);
      return sender;
    },
    stop: async (sender) => {
      running.delete(sender);
      await sender.beforeApplicationShutdown();
    },
    webhookAt: async (receiver, ofPartner = partnerId) => {
      const change = { partnerId: ofPartner, by: 'admin-1', now: now(), afterPosition: await log.lastPosition() };
      const { secret = '' } = await webhooks.endpoints.set({ ...change, url: receiver });
      return secret;
    },
    journey: async ({ consents = true } = {}) => {
      const episodeId = randomUUID();
      const programme = { id: 'standard-four', version: 1 };
      const opened = {
        patientId: randomUUID(),
        programme,
        siteId: 'main',
        entryLevel: 'iop',
        ageGroup: 'adult',
      } as const;
      await record(episodeId, [
        { type: 'EpisodeOpened', occurredAt: at(), data: opened },
        ...(consents ? [{ type: 'ConsentGiven' as const, occurredAt: at(), data: consentAt(now()) }] : []),
        { type: 'Admitted', occurredAt: at(), data: { level: 'iop', attendedAt: at() } },
      ]);
      return episodeId;
    },
    session: (episodeId) => {
      const session = {
        sessionId: randomUUID(),
        sessionType: 'group',
        startedAt: at(),
        minutes: 50,
        attendance: 'attended',
      } as const;
      return record(episodeId, [{ type: 'SessionRecorded', occurredAt: at(), data: session }]);
    },
    revoke: (episodeId) => {
      const data = { consentId: 'k1', version: 1, at: at(), cause: 'revoked' } as const;
      return record(episodeId, [{ type: 'ConsentRevoked', occurredAt: at(), data }]);
    },
    consent: (episodeId, consentId) =>
      record(episodeId, [{ type: 'ConsentGiven', occurredAt: at(), data: { ...consentAt(now()), consentId } }]),
    deliveries: (ofPartner = partnerId) => webhooks.letters.list({ partnerId: ofPartner, limit: 1_000 }),
    until: async (holds) => {
      const end = performance.now() + 20_000;
      while (!(await holds())) {
        if (performance.now() > end) throw new Error(`It never came: ${JSON.stringify(await world.deliveries())}`);
        for (const sender of running) sender.wake();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: async () => {
      await Promise.all([...running].map((sender) => sender.beforeApplicationShutdown()));
      await placing.release();
      await Promise.all([log.close(), pool.end()]);
    },
  };
  return world;
}

const consentAt = (moment: Date): EventData['ConsentGiven'] => ({
  ...{ consentId: 'k1', version: 1, kind: 'single-recipient', discloser: 'this-programme' },
  recipients: [{ recipientId: 'harbour-house' }],
  purposes: ['housing'],
  information: ['level-of-care', 'attendance'],
  statements: ['right-to-revoke'],
  expires: { on: 'date', at: new Date(moment.getTime() + 90 * 86_400_000).toISOString() },
  signedAt: moment.toISOString(),
  signatures: [{ who: 'patient' }],
});
