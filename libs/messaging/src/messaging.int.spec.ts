import { randomBytes } from 'node:crypto';
import { plainClient, testKafka } from '@stepway/test-support';
import kafkajs, { type CompressionTypes as Way } from 'kafkajs';
import { createMessaging } from './kafkajs/kafkajs-messaging.ts';
import {
  notUnpacked,
  TopicMisconfigured,
  type Batch,
  type Messaging,
  type ReceivedMessage,
  type RunningConsumer,
} from './messaging.ts';

const { CompressionCodecs, CompressionTypes, Kafka, logLevel, Partitioners } = kafkajs; // CommonJS

const silent = { debug: () => {}, warn: () => {}, error: () => {} };
const day = 86_400_000;

let messaging: Messaging;
let topic: string;
beforeAll(async () => {
  messaging = createMessaging({ kafka: await testKafka(), program: 'spec', notices: silent });
});
afterAll(() => messaging.close());
beforeEach(async () => {
  topic = `spec.${randomBytes(6).toString('hex')}.v1`;
  await messaging.ensureTopics([{ topic, partitions: 3, retentionMs: day }]);
});

/** Sends one batch, packed so. */
async function sendPacked(compression: Way, messages: readonly KafkaMessage[]): Promise<void> {
  const kafka = new Kafka({ ...plainClient(await testKafka()), logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic, compression, messages: messages.map((one) => ({ partition: 0, ...one })) });
  await producer.disconnect();
}
interface KafkaMessage {
  readonly key: string;
  readonly value: Buffer;
}

/** A frame of LZ4 as a broker takes it: blocks of at most 64 KiB that are not packed at all. */
function lz4(bytes: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length + 0x8000_0000);
  return Buffer.concat([Buffer.from('04224d18604082', 'hex'), size, bytes, Buffer.alloc(4)]);
}

const message = (key: string, text: string) => ({ key, value: Buffer.from(text), headers: { ce_id: text } });
const texts = (messages: readonly ReceivedMessage[]): string[] => messages.map(({ value }) => value?.toString() ?? '');

/** Reads until `count` records have come. `startAt` and `failing` stand for the reader's own tables and transactions. */
async function read(count: number, options: { startAt?: Map<number, bigint>; failing?: (batch: Batch) => void } = {}) {
  const seen: ReceivedMessage[] = [];
  const enough = Promise.withResolvers<void>();
  const next = new Map(options.startAt ?? []);
  const consumer: RunningConsumer = await messaging.run({
    topic,
    groupId: `spec-${randomBytes(6).toString('hex')}`,
    startAt: async () => new Map(next),
    handle: async (batch) => {
      options.failing?.(batch);
      seen.push(...batch.messages);
      next.set(batch.partition, (batch.messages.at(-1)?.offset ?? 0n) + 1n);
      if (seen.length >= count) enough.resolve();
    },
  });
  await enough.promise;
  await consumer.stop();
  await consumer.done;
  return seen;
}

describe('records that are packed', () => {
  const good = { key: 'good', value: Buffer.from('good') };
  const inPlaces = (seen: readonly ReceivedMessage[]) =>
    seen.map(({ offset, value, headers }) => [Number(offset), value?.toString() ?? Object.keys(headers)]);
  const mark = [notUnpacked];

  it.each([CompressionTypes.GZIP, CompressionTypes.ZSTD])('are read (%s)', async (way) => {
    await sendPacked(way, [good, good]);
    expect(inPlaces(await read(2))).toEqual([
      [0, 'good'],
      [1, 'good'],
    ]);
  });

  it.each([CompressionTypes.GZIP, CompressionTypes.ZSTD])(
    'and become very large are marked, and nothing waits behind them (%s)',
    async (way) => {
      await sendPacked(way, [good, { key: 'bomb', value: Buffer.alloc(200_000_000) }]);
      await sendPacked(way, [good]);
      expect(inPlaces(await read(3))).toEqual([
        [0, mark],
        [1, mark],
        [2, 'good'],
      ]);
    },
  );

  it('are fetched a few at a time where they become large together', async () => {
    for (let sent = 0; sent < 8; sent += 1)
      await sendPacked(CompressionTypes.GZIP, [{ key: 'large', value: Buffer.alloc(15_000_000) }]);
    await sendPacked(CompressionTypes.GZIP, [good]);
    expect((await read(9)).map(({ value }) => value?.length)).toEqual([
      ...Array.from({ length: 8 }, () => 15_000_000),
      4,
    ]);
  });

  it('in a way that is not known here are marked, and nothing waits behind them', async () => {
    const known = CompressionCodecs[CompressionTypes.LZ4];
    CompressionCodecs[CompressionTypes.LZ4] = () => ({
      ...known(),
      compress: async ({ buffer }: { readonly buffer: Buffer }) => lz4(buffer),
    });
    await sendPacked(CompressionTypes.LZ4, [good, good]).finally(
      () => (CompressionCodecs[CompressionTypes.LZ4] = known),
    );
    await sendPacked(CompressionTypes.GZIP, [good]);
    expect(inPlaces(await read(3))).toEqual([
      [0, mark],
      [1, mark],
      [2, 'good'],
    ]);
  });
});

describe('a topic of Kafka', () => {
  it('keeps the order of each key', async () => {
    const sent = Array.from({ length: 300 }, (_, index) => message(`journey-${index % 7}`, String(index)));
    await messaging.send(topic, sent);
    const seen = await read(300);
    for (let journey = 0; journey < 7; journey += 1) {
      const ofJourney = seen.filter(({ key }) => key === `journey-${journey}`);
      expect(texts(ofJourney)).toEqual(texts(ofJourney).toSorted((a, b) => Number(a) - Number(b)));
    }
    expect(new Set(texts(seen)).size).toBe(300);
  });

  it('gives headers back as text', async () => {
    await messaging.send(topic, [message('a', 'one')]);
    expect((await read(1))[0]?.headers).toEqual({ ce_id: 'one' });
  });

  it('takes more at once than a broker takes in one request', async () => {
    const large = Array.from({ length: 12 }, () => ({ key: 'a', value: Buffer.alloc(250_000), headers: {} }));
    await messaging.send(topic, large);
    const next = (await messaging.offsets(topic)).reduce((sum, offsets) => sum + offsets.next, 0n);
    expect(next).toBe(12n);
  });

  it('is read from where the reader is, not from what Kafka remembers', async () => {
    await messaging.send(
      topic,
      ['0', '1', '2', '3', '4'].map((text) => message('a', text)),
    );
    const partition = (await messaging.offsets(topic)).find(({ next }) => next === 5n)?.partition ?? -1;
    expect(texts(await read(2, { startAt: new Map([[partition, 3n]]) }))).toEqual(['3', '4']);
  });

  it('comes again, from where the reader is, when its handler failed', async () => {
    await messaging.send(
      topic,
      ['0', '1', '2'].map((text) => message('a', text)),
    );
    let failures = 2;
    const failing = (): void => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('the database is away');
      }
    };
    expect(texts(await read(3, { failing }))).toEqual(['0', '1', '2']);
  });

  it('is read from its beginning when the reader is beyond its end, as after a wiped broker', async () => {
    await messaging.send(topic, [message('a', '0')]);
    expect(texts(await read(1, { startAt: new Map([0, 1, 2].map((partition) => [partition, 500n])) }))).toEqual(['0']);
  });

  it('is accepted again with the same settings', async () => {
    await expect(messaging.ensureTopics([{ topic, partitions: 3, retentionMs: day }])).resolves.toBeUndefined();
  });

  it.each([
    ['partitions', { partitions: 4, retentionMs: day }],
    ['retention', { partitions: 3, retentionMs: 2 * day }],
  ])('with other %s stops the start', async (_, settings) => {
    await expect(messaging.ensureTopics([{ topic, ...settings }])).rejects.toThrow(TopicMisconfigured);
  });
});

describe('a Kafka cluster', () => {
  it('says who it is', async () => {
    expect(await messaging.clusterId()).toMatch(/^\S{10,}$/);
  });
});

describe('a broker that is not there', () => {
  it('makes a send fail, and nothing else', async () => {
    const lost = createMessaging({ kafka: { brokers: ['127.0.0.1:1'] }, program: 'spec', notices: silent });
    await expect(lost.send(topic, [message('a', 'x')])).rejects.toThrow(/ECONNREFUSED|Connection error/);
    await lost.close();
  });
});
