import { randomBytes, randomUUID } from 'node:crypto';
import { emptyStream, openEventLog, type EventLog, type StreamHead } from '@stepway/event-log';
import { createMessaging, readCareMessage, type Messaging, type TopicSettings } from '@stepway/messaging';
import { createLogger } from '@stepway/platform';
import { freshDatabase, testKafka } from '@stepway/test-support';
import { Relay } from './relay.ts';

const logger = createLogger({ program: 'spec', level: 'silent' });
const origin = { deployment: 'spec', publicUrl: 'http://127.0.0.1:4000' };

let url: string;
let log: EventLog;
let messaging: Messaging;
let settings: TopicSettings;
const heads = new Map<string, StreamHead>();
const running: Relay[] = [];
beforeAll(async () => {
  messaging = createMessaging({ kafka: await testKafka(), program: 'spec', notices: logger });
});
afterAll(() => messaging.close());
beforeEach(async () => {
  ({ url } = await freshDatabase());
  log = openEventLog({ connectionString: url });
  settings = { topic: `spec.${randomBytes(6).toString('hex')}.v1`, partitions: 3, retentionMs: 86_400_000 };
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((relay) => relay.beforeApplicationShutdown()));
  await log.close();
});

function relay(change: { log?: EventLog; messaging?: Messaging } = {}): Relay {
  const started = new Relay({ log, messaging, settings, origin, logger, batch: 50, ...change });
  started.onApplicationBootstrap();
  running.push(started);
  return started;
}

/** Appends as many facts to one journey, one append each. */
async function record(episodeId: string, count: number): Promise<void> {
  for (let fact = 0; fact < count; fact += 1) {
    const result = await log.append({
      episodeId,
      commandId: randomUUID(),
      commandHash: Buffer.from('spec'),
      actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
      recordedAt: '2026-11-20T10:00:00.000Z',
      expected: heads.get(episodeId) ?? emptyStream,
      events: [
        { type: 'HoldReleased', occurredAt: '2026-11-20T09:10:00.000Z', data: { holdId: 'h1', cause: 'released' } },
      ],
    });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    heads.set(episodeId, result.head);
  }
}

interface Seen {
  readonly key: string | null;
  readonly version: number;
  readonly position: bigint;
  readonly id: string;
}

/** What a reader from the beginning sees, once `enough` holds. */
async function seenUntil(enough: (seen: readonly Seen[]) => boolean): Promise<readonly Seen[]> {
  await messaging.ensureTopics([settings]);
  const seen: Seen[] = [];
  const done = Promise.withResolvers<void>();
  const consumer = await messaging.run({
    topic: settings.topic,
    groupId: `spec-${randomUUID()}`,
    startAt: async () => new Map(),
    handle: async ({ messages }) => {
      for (const message of messages) {
        const { event, position } = readCareMessage(message);
        seen.push({ key: message.key, version: event.version, position, id: event.id });
      }
      if (enough(seen)) done.resolve();
    },
  });
  await done.promise;
  await consumer.stop();
  return seen;
}

const distinct = (seen: readonly Seen[]): number => new Set(seen.map(({ id }) => id)).size;
const versionsOf = (seen: readonly Seen[], episodeId: string): readonly number[] => {
  const ofJourney = seen.filter(({ key }) => key === episodeId);
  const first = new Map(ofJourney.map(({ version }) => [version, 0]));
  return [...first.keys()];
};
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('the events of the log', () => {
  it('come to Kafka once each, in the order of their journey, with their places', async () => {
    const journeys = [randomUUID(), randomUUID(), randomUUID()];
    await Promise.all(journeys.map((episodeId) => record(episodeId, 40)));
    relay();
    const seen = await seenUntil((all) => all.length >= 120);
    expect(seen).toHaveLength(120);
    for (const episodeId of journeys) expect(versionsOf(seen, episodeId)).toEqual(upTo(40));
    expect(new Set(seen.map(({ position }) => position))).toEqual(new Set(upTo(120).map(BigInt)));
  });

  it('that come while it runs follow at once', async () => {
    relay();
    const episodeId = randomUUID();
    const reading = seenUntil((all) => all.length >= 5);
    await record(episodeId, 5);
    expect(versionsOf(await reading, episodeId)).toEqual(upTo(5));
  });

  it('are not sent again by the next relay', async () => {
    const episodeId = randomUUID();
    await record(episodeId, 10);
    const first = relay();
    await seenUntil((all) => all.length >= 10);
    await first.beforeApplicationShutdown();
    await record(episodeId, 10);
    relay();
    const seen = await seenUntil((all) => all.length >= 20);
    expect(seen).toHaveLength(20);
  });

  it('are published by one relay of several, and by another when that one ends', async () => {
    const logs = [1, 2].map(() => openEventLog({ connectionString: url }));
    const relays = logs.map((own) => relay({ log: own }));
    const episodeId = randomUUID();
    await record(episodeId, 30);
    await seenUntil((all) => distinct(all) >= 30);
    await relays[0]?.beforeApplicationShutdown();
    await record(episodeId, 30);
    const seen = await seenUntil((all) => distinct(all) >= 60);
    expect({ sent: seen.length, versions: versionsOf(seen, episodeId) }).toEqual({ sent: 60, versions: upTo(60) });
    await Promise.all(relays.map((each) => each.beforeApplicationShutdown()));
    await Promise.all(logs.map((own) => own.close()));
  });
});

describe('a relay whose send was done, but which was told that it failed', () => {
  it('sends the batch again, in order, and loses nothing', async () => {
    const episodeId = randomUUID();
    await record(episodeId, 60);
    let failures = 2;
    relay({
      messaging: {
        ...messaging,
        send: async (topic, messages) => {
          await messaging.send(topic, messages);
          failures -= 1;
          if (failures >= 0) throw new Error('the answer was lost');
        },
      },
    });
    const seen = await seenUntil((all) => distinct(all) >= 60);
    expect(seen.length).toBeGreaterThan(60);
    expect(versionsOf(seen, episodeId)).toEqual(upTo(60));
  });
});

describe('while Kafka is away', () => {
  it('events get their places, and are published when it is back', async () => {
    const episodeId = randomUUID();
    await record(episodeId, 10);
    let away = true;
    relay({
      messaging: {
        ...messaging,
        clusterId: () => (away ? Promise.reject(new Error('no broker')) : messaging.clusterId()),
      },
    });
    while ((await log.lastPosition()) < 10n) await record(episodeId, 1);
    away = false;
    const count = (await log.streams().next()).value?.version ?? 0;
    const seen = await seenUntil((all) => distinct(all) >= count);
    expect(versionsOf(seen, episodeId)).toEqual(upTo(count));
  });
});
