import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Admin as QuotaAdmin, SASLMechanisms } from '@platformatic/kafka';
import { careTopic, partnerReplayTopic, partnerTopic } from '@stepway/contracts/names';
import { freshFolder, plainClient, testKafka, type TestKafka } from '@stepway/test-support';
import { Kafka, logLevel, Partitioners, type Admin } from 'kafkajs';
import { createMessaging } from '../kafkajs/kafkajs-messaging.ts';
import type { KafkaAccess } from '../kafka-access.ts';
import type { Messaging } from '../messaging.ts';
import { partnerBytesPerSecond, partnerReader } from '../partner-reader.ts';
import { setCredentials } from './partner-access.ts';

const silent = { debug: () => {}, warn: () => {}, error: () => {} };
const quiet = { logLevel: logLevel.NOTHING, retry: { retries: 1, initialRetryTime: 50 } };
const newId = (): string => `p${randomBytes(5).toString('hex')}`;
const newPassword = (): string => randomBytes(18).toString('base64url');

let cluster: TestKafka;
let messaging: Messaging;
let partnerId: string;
let password: string;
const other = newId();
const { prefix } = partnerReader(other);
beforeAll(async () => {
  cluster = await testKafka();
  messaging = createMessaging({ kafka: cluster, program: 'spec', notices: silent });
  const topics = [careTopic, partnerTopic(other)];
  await messaging.ensureTopics(topics.map((topic) => ({ topic, partitions: 1, retentionMs: 86_400_000 })));
});
afterAll(() => messaging.close());
beforeEach(async () => {
  partnerId = newId();
  const topic = partnerTopic(partnerId);
  await messaging.ensureTopics([{ topic, partitions: 1, retentionMs: 86_400_000 }]);
  await messaging.send(topic, [{ key: 'a', value: Buffer.from('told'), headers: {} }]);
  await messaging.allowReading(partnerReader(partnerId));
  password = await givenPassword();
});

async function givenPassword(): Promise<string> {
  const fresh = newPassword();
  const { username } = partnerReader(partnerId);
  await setCredentials(cluster, { username, password: fresh, bytesPerSecond: partnerBytesPerSecond });
  return fresh;
}

const clientOf = (given = password): Kafka =>
  new Kafka({
    ...{ brokers: [...cluster.partnerBrokers], ...quiet },
    sasl: { mechanism: 'scram-sha-512', username: partnerReader(partnerId).username, password: given },
  });
/** The same, as our own programs would come. */
async function partnerAccess(): Promise<KafkaAccess> {
  const passwordFile = join(await freshFolder(), 'password');
  writeFileSync(passwordFile, password);
  const { username } = partnerReader(partnerId);
  return { brokers: cluster.partnerBrokers, credentials: { mechanism: 'scram-sha-512', username, passwordFile } };
}
async function quotaOf(username: string) {
  const { mechanism: _, ...house } = plainClient(cluster).sasl;
  const sasl = { mechanism: SASLMechanisms.PLAIN, ...house };
  const admin = new QuotaAdmin({ clientId: 'spec', bootstrapBrokers: [...cluster.brokers], sasl });
  try {
    const components = [{ entityType: 'user', matchType: 0, match: username }] as const;
    return (await admin.describeClientQuotas({ components: [...components] })).flatMap(({ values }) => values);
  } finally {
    await admin.close();
  }
}
async function asking<T>(kafka: Kafka, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The first record that a group of the partner's reads of a topic. */
async function firstOf(topic: string, groupId = `${partnerReader(partnerId).prefix}spec`): Promise<string> {
  // A fresh broker loads its coordinator first; what is refused is not asked for again.
  const loads = async ({ message }: Error): Promise<boolean> => /loading|not available/i.test(message);
  const consumer = clientOf().consumer({ groupId, retry: { retries: 8, restartOnFailure: loads } });
  const first = Promise.withResolvers<string>();
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) first.reject(error);
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => first.resolve(String(message.value)) });
    return await first.promise;
  } finally {
    await consumer.disconnect();
  }
}

describe('a partner with credentials', () => {
  it('reads its own topic, and what it is told again', async () => {
    expect(await firstOf(partnerTopic(partnerId))).toBe('told');
    const replay = partnerReplayTopic(partnerId, '1');
    await messaging.ensureTopics([{ topic: replay, partitions: 1, retentionMs: 86_400_000 }]);
    await messaging.send(replay, [{ key: 'a', value: Buffer.from('again'), headers: {} }]);
    expect(await firstOf(replay)).toBe('again');
  });

  it('sees no other topic than its own', async () => {
    expect(await asking(clientOf(), (admin) => admin.listTopics())).toEqual([partnerTopic(partnerId)]);
  });

  it.each([
    ['the house’s own events', () => careTopic],
    ['what another partner is told', () => partnerTopic(other)],
    ['one that there is not', () => 'stepway.partner.nobody.v1'],
  ])('is refused %s', async (_, topic) => {
    await expect(firstOf(topic())).rejects.toThrow(/not authorized/i);
    const offsets = asking(clientOf(), (admin) => admin.fetchTopicOffsets(topic()));
    await expect(offsets).rejects.toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' });
  });

  it('cannot write, not even where it reads', async () => {
    const producer = clientOf().producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    for (const topic of [partnerTopic(partnerId), careTopic])
      await expect(producer.send({ topic, messages: [{ value: 'forged' }] })).rejects.toThrow(/not authorized/i);
    await producer.disconnect();
  });

  it('cannot read by the group of another, nor move or end it', async () => {
    const groupId = `${prefix}stream`;
    await expect(firstOf(partnerTopic(partnerId), groupId)).rejects.toThrow(/coordinator|not authorized/i);
    const ended = asking(clientOf(), (admin) => admin.deleteGroups([groupId]));
    await expect(ended).rejects.toThrow();
  });

  it('changes nothing of the cluster: no topic, no rule, no setting', async () => {
    const reader = partnerReader(partnerId);
    const access = await partnerAccess();
    const own = createMessaging({ kafka: access, program: 'spec', notices: silent });
    await expect(own.allowReading({ ...reader, prefix: 'stepway.' })).rejects.toThrow(/authorization failed/i);
    await own.close();
    const made = asking(clientOf(), (admin) => admin.createTopics({ topics: [{ topic: `${reader.prefix}more` }] }));
    await expect(made).rejects.toThrow();
    const gone = asking(clientOf(), (admin) => admin.deleteTopics({ topics: [partnerTopic(partnerId)] }));
    await expect(gone).rejects.toThrow();
    const { username } = partnerReader(other);
    await expect(setCredentials(access, { username, password: 'x', bytesPerSecond: 1e9 })).rejects.toThrow();
  });

  it('is not let in with a password that was replaced', async () => {
    const before = password;
    password = await givenPassword();
    expect(await firstOf(partnerTopic(partnerId))).toBe('told');
    const listed = asking(clientOf(before), (admin) => admin.listTopics());
    await expect(listed).rejects.toThrow(/authentication failed/i);
  });

  it('reads nothing any more once that was taken back, under a connection that it holds too', async () => {
    await asking(clientOf(), async (admin) => {
      expect(await admin.fetchTopicOffsets(partnerTopic(partnerId))).toHaveLength(1);
      await messaging.endReading(partnerReader(partnerId));
      const offsets = admin.fetchTopicOffsets(partnerTopic(partnerId));
      await expect(offsets).rejects.toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' });
    });
  });

  it('has a quota', async () => {
    const quota = await quotaOf(partnerReader(partnerId).username);
    expect(quota).toEqual([{ key: 'consumer_byte_rate', value: partnerBytesPerSecond }]);
  });
});

describe('somebody without credentials', () => {
  it.each([
    ['by the house’s address', () => cluster.brokers],
    ['by that of partners', () => cluster.partnerBrokers],
  ])('learns nothing %s', async (_, brokers) => {
    const nobody = new Kafka({ brokers: [...brokers()], ...quiet, requestTimeout: 2_000 });
    await expect(asking(nobody, (admin) => admin.listTopics())).rejects.toThrow();
  });
});

describe('the house', () => {
  it('is let in by its password only', async () => {
    expect(await asking(new Kafka({ ...plainClient(cluster), ...quiet }), (admin) => admin.listTopics())).toContain(
      careTopic,
    );
    const { sasl } = plainClient(cluster);
    const wrong = new Kafka({ brokers: [...cluster.brokers], ...quiet, sasl: { ...sasl, password: 'guessed' } });
    await expect(asking(wrong, (admin) => admin.listTopics())).rejects.toThrow(/authentication failed/i);
  });
});
