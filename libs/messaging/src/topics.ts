import { careTopic, careTopicPartitions, careTopicRetentionDays } from '@stepway/contracts/names';
import type { TopicSettings } from './messaging.ts';

const msPerDay = 86_400_000;

/** Every care event. The partitions are fixed for life: more need a new version of the topic. */
export const careTopicSettings: TopicSettings = {
  topic: careTopic,
  partitions: careTopicPartitions,
  retentionMs: careTopicRetentionDays * msPerDay,
};
