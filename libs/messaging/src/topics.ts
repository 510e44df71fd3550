import {
  careTopic,
  careTopicPartitions,
  careTopicRetentionDays,
  clinicalInDeadTopic,
  clinicalInPartitions,
  clinicalInRetentionDays,
  clinicalInTopic,
} from '@stepway/contracts/names';
import type { TopicSettings } from './messaging.ts';

const msPerDay = 86_400_000;

/** Every care event. The partitions are fixed for life: more need a new version of the topic. */
export const careTopicSettings: TopicSettings = {
  topic: careTopic,
  partitions: careTopicPartitions,
  retentionMs: careTopicRetentionDays * msPerDay,
};

/** Facts from outside. */
export const clinicalInSettings: TopicSettings = {
  topic: clinicalInTopic,
  partitions: clinicalInPartitions,
  retentionMs: clinicalInRetentionDays * msPerDay,
};

/** What could not be taken, with the reason in headers. */
export const clinicalInDeadSettings: TopicSettings = { ...clinicalInSettings, topic: clinicalInDeadTopic };
