import { randomBytes, randomUUID } from 'node:crypto';
import { clinicalCommandType } from '@stepway/contracts/names';
import { createMessaging, type Message, type Messaging, type ReceivedMessage } from '@stepway/messaging';
import { testKafka } from '@stepway/test-support';
import { CloudEvent, Kafka as Binding } from 'cloudevents';
import { daysAgo, laboratory, runIntake, type RunningIntake } from '../specs/running-intake.ts';
import { ClinicalIn } from './clinical-in.ts';

const source = 'urn:laboratory:north';
let intake: RunningIntake;
let messaging: Messaging;
const running: ClinicalIn[] = [];
beforeAll(async () => {
  intake = await runIntake();
  messaging = createMessaging({ kafka: await testKafka(), program: 'spec', notices: intake.logger });
  await intake.inbox.senders.set(
    { ...laboratory, kafka: { source }, numbers: [{ authority: source, as: 'lab-number' }] },
    'administrator-1',
  );
});
afterEach(() => Promise.all(running.splice(0).map((one) => one.beforeApplicationShutdown())));
afterAll(async () => {
  await messaging.close();
  await intake.stop();
});

/** Topics of their own, with two partitions. */
function fresh() {
  const name = `spec.${randomBytes(6).toString('hex')}`;
  const settings = (topic: string) => ({ topic, partitions: 2, retentionMs: 86_400_000 });
  return { facts: settings(`${name}.v1`), dead: settings(`${name}.v1.dead`) };
}
type Topics = ReturnType<typeof fresh>;
function read(topics: Topics): ClinicalIn {
  const { inbox, logger } = intake;
  const reader = new ClinicalIn({ inbox, messaging, logger, topics, groupId: topics.facts.topic, onStored: () => {} });
  reader.onApplicationBootstrap();
  running.push(reader);
  return reader;
}
const result = (specimenId: string) => ({
  ...{ specimenId, collectedAt: daysAgo(2), reportedAt: daysAgo(1), status: 'final' },
  results: [{ drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' }],
});
const event = (data: object, id: string = randomUUID(), from = source) =>
  new CloudEvent({ id, source: from, type: clinicalCommandType('RecordDrugTestResult'), data });
/** As the CloudEvents library sends it. */
function record(mode: 'binary' | 'structured', key: string, of: CloudEvent<object>): Message {
  const { headers, value } = Binding[mode](of);
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    key,
    value: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    headers: Object.fromEntries(texts),
  };
}
async function letters(topics: Topics, count: number): Promise<readonly ReceivedMessage[]> {
  const found: ReceivedMessage[] = [];
  const enough = Promise.withResolvers<void>();
  const consumer = await messaging.run({
    ...{ topic: topics.dead.topic, groupId: randomUUID(), startAt: async () => new Map() },
    handle: async ({ messages }) => {
      found.push(...messages);
      if (found.length >= count) enough.resolve();
    },
  });
  await enough.promise;
  await consumer.stop();
  return found;
}
const untilRead = async (topics: Topics, records: number): Promise<void> => {
  for (;;) {
    const places = await intake.inbox.places.of(topics.facts.topic);
    if (places.reduce((sum, { next }) => sum + Number(next), 0) >= records) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('facts on the topic', () => {
  it('become facts of the journey, in binary and in structured mode', async () => {
    const { episodeId } = await intake.somebody('K-1', { externalIds: [{ system: 'lab-number', value: 'person-1' }] });
    const topics = fresh();
    await messaging.ensureTopics([topics.facts]);
    await messaging.send(topics.facts.topic, [
      record('binary', 'person-1', event(result('S-K1'))),
      record('structured', 'person-1', event(result('S-K2'))),
    ]);
    read(topics);
    await untilRead(topics, 2);
    expect(await intake.takeAll()).toMatchObject([
      { state: 'taken', outcome: [{ episodeId, outcome: 'recorded' }] },
      { state: 'taken', outcome: [{ episodeId, outcome: 'recorded' }] },
    ]);
  });

  it('are stored once, however often they are sent or read', async () => {
    const topics = fresh();
    await messaging.ensureTopics([topics.facts]);
    const same = record('binary', 'nobody', event(result('S-K3')));
    await messaging.send(topics.facts.topic, [same, same]);
    const reader = read(topics);
    await untilRead(topics, 2);
    await reader.beforeApplicationShutdown();
    const [{ clusterId, partition } = { clusterId: '', partition: 0 }] = (
      await intake.inbox.places.of(topics.facts.topic)
    ).filter(({ next }) => next > 0n);
    await intake.inbox.places.move({ topic: topics.facts.topic, partition, clusterId, next: 0n });
    read(topics);
    await untilRead(topics, 2);
    expect(await intake.takeAll()).toMatchObject([{ reason: 'nobody-found' }]);
  });
});

describe('a record that is no fact', () => {
  it('is a dead letter with its reason, and keeps nobody waiting', async () => {
    const { episodeId } = await intake.somebody('K-4', { externalIds: [{ system: 'lab-number', value: 'person-4' }] });
    const topics = fresh();
    await messaging.ensureTopics([topics.facts]);
    const good = record('binary', 'person-4', event(result('S-K4')));
    await messaging.send(topics.facts.topic, [
      { ...good, headers: {} },
      { ...good, value: Buffer.from('{"cut') },
      record('binary', 'person-4', event({ ...result('S-K5'), status: 'canary' })),
      record('structured', 'person-4', event(result('S-K6'), randomUUID(), 'urn:stranger')),
      good,
    ]);
    read(topics);
    const dead = await letters(topics, 4);
    expect(dead.map(({ headers }) => String(headers['dead-reason'])).toSorted()).toEqual(
      ['data-not-json', 'data-not-the-schema', 'not-a-cloudevent', 'unknown-sender'].toSorted(),
    );
    expect(dead.every(({ key, headers }) => key === 'person-4' && headers['dead-offset'] !== undefined)).toBe(true);
    await untilRead(topics, 5);
    expect(await intake.takeAll()).toMatchObject([{ state: 'taken', outcome: [{ episodeId }] }]);
  });

  it('is named by its place alone where it leaves no room for the reason, and keeps nobody waiting', async () => {
    const { episodeId } = await intake.somebody('K-7', { externalIds: [{ system: 'lab-number', value: 'person-7' }] });
    const topics = fresh();
    await messaging.ensureTopics([topics.facts]);
    const good = record('binary', 'person-7', event(result('S-K7')));
    // As large as a broker takes it: with the reason beside it, it is larger.
    const full = { ...good, headers: {}, value: Buffer.alloc(1_048_480) };
    const wide = { ...good, headers: { 'x-wide': 'x'.repeat(1_047_000) } };
    for (const one of [full, wide, good]) await messaging.send(topics.facts.topic, [one]);
    read(topics);
    const dead = await letters(topics, 2);
    expect(dead.map(({ value, headers }) => [value?.length, Object.keys(headers).toSorted()])).toEqual(
      Array.from({ length: 2 }, () => [0, ['dead-offset', 'dead-partition', 'dead-reason']]),
    );
    expect(dead.map(({ headers }) => headers['dead-offset'])).toEqual(['0', '1']);
    await untilRead(topics, 3);
    expect(await intake.takeAll()).toMatchObject([{ state: 'taken', outcome: [{ episodeId }] }]);
  });
});
