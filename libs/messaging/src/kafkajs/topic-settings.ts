import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';
import { TopicMisconfigured, type TopicSettings } from '../messaging.ts';

const { ConfigResourceTypes, KafkaJSProtocolError } = kafkajs; // CommonJS: Node sees only some of its names

/** Makes the topic if it is missing, then compares what the broker says of it with what was asked for. */
export async function ensureTopic(admin: Admin, settings: TopicSettings): Promise<void> {
  await create(admin, settings);
  await usable(admin, settings.topic);
  const { topic, partitions, retentionMs } = settings;
  expect(topic, 'partitions', String(partitions), String(await partitionsOf(admin, topic)));
  const configured = await configOf(admin, topic);
  expect(topic, 'cleanup.policy', 'delete', configured.get('cleanup.policy'));
  expect(topic, 'retention.ms', String(retentionMs), configured.get('retention.ms'));
}

async function create(admin: Admin, { topic, partitions, retentionMs }: TopicSettings): Promise<void> {
  if ((await admin.listTopics()).includes(topic)) return;
  const brokers = (await admin.describeCluster()).brokers.length;
  const replicationFactor = Math.min(3, brokers);
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: [
        {
          topic,
          numPartitions: partitions,
          replicationFactor,
          configEntries: [
            { name: 'cleanup.policy', value: 'delete' },
            { name: 'retention.ms', value: String(retentionMs) },
            { name: 'min.insync.replicas', value: String(Math.max(1, replicationFactor - 1)) },
          ],
        },
      ],
    });
  } catch (error) {
    const anotherWasFirst = error instanceof Error && /already exists/i.test(messageOf(error));
    if (!anotherWasFirst) throw error;
  }
}

/** kafkajs wraps what the broker said of each topic. */
function messageOf(error: Error): string {
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [error, ...inner]
    .map((one) => (one instanceof KafkaJSProtocolError ? `${one.type} ${one.message}` : String(one)))
    .join(' ');
}

const settling = ['LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION', 'UNKNOWN_TOPIC_OR_PARTITION'];

/** A topic just made, by whomever, takes a moment until its partitions have leaders that know it. */
async function usable(admin: Admin, topic: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      const passes = error instanceof KafkaJSProtocolError && settling.includes(error.type);
      if (!passes || attempt === 100) throw error;
      await pause(100);
    }
  }
}

async function partitionsOf(admin: Admin, topic: string): Promise<number> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  return topics[0]?.partitions.length ?? 0;
}

async function configOf(admin: Admin, topic: string): Promise<ReadonlyMap<string, string>> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configNames: ['cleanup.policy', 'retention.ms'] }],
  });
  return new Map(
    resources.flatMap((resource) => resource.configEntries.map((entry) => [entry.configName, entry.configValue])),
  );
}

function expect(topic: string, setting: string, expected: string, found: string | undefined): void {
  if (found !== expected) throw new TopicMisconfigured(topic, setting, expected, found ?? 'nothing');
}
