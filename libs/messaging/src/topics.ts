import {
  careTopic,
  careTopicPartitions,
  careTopicRetentionDays,
  clinicalInDeadTopic,
  clinicalInPartitions,
  clinicalInRetentionDays,
  clinicalInTopic,
  partnerReplayTopic,
  partnerTopic,
  partnerTopicPartitions,
  partnerTopicRetentionDays,
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

/** What one partner may see. */
export const partnerTopicSettings = (partnerId: string): TopicSettings => ({
  topic: partnerTopic(partnerId),
  partitions: partnerTopicPartitions,
  retentionMs: partnerTopicRetentionDays * msPerDay,
});

/** What a partner asked to be told again: in one partition, so in the order of the log. */
export const partnerReplaySettings = (partnerId: string, jobId: string): TopicSettings => ({
  topic: partnerReplayTopic(partnerId, jobId),
  partitions: 1,
  retentionMs: partnerTopicRetentionDays * msPerDay,
});
