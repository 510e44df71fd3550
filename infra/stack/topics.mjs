import { Kafka, logLevel } from 'kafkajs';

/** Makes the topics that are not there yet; those that are stay as they are. Needs the compiled contracts. */
export async function createTopics(brokers) {
  const names = await import('@stepway/contracts/names');
  const day = 24 * 3600 * 1000;
  const topics = [
    {
      topic: names.careTopic,
      numPartitions: names.careTopicPartitions,
      configEntries: [
        { name: 'cleanup.policy', value: 'delete' },
        { name: 'retention.ms', value: String(names.careTopicRetentionDays * day) },
      ],
    },
  ];
  const admin = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR }).admin();
  await admin.connect();
  try {
    const there = await admin.listTopics();
    const missing = topics.filter(({ topic }) => !there.includes(topic));
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}
