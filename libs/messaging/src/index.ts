export {
  careMessage,
  NotACareEvent,
  readCareMessage,
  type Origin,
  type PublishedEvent,
  type RawCareEvent,
} from './care-message.ts';
export type { KafkaAccess } from './kafka-access.ts';
export { fitsARecord } from './kafkajs/chunks.ts';
export { createMessaging, type MessagingOptions } from './kafkajs/kafkajs-messaging.ts';
export {
  TopicMisconfigured,
  type Batch,
  type Consumption,
  type Message,
  type Messaging,
  type Notices,
  type OutsideReader,
  type PartitionOffsets,
  type ReceivedMessage,
  type RunningConsumer,
  type TopicSettings,
} from './messaging.ts';
export { cloudEventOf, readClinicalMessage, type ClinicalEvent, type NotClinical } from './clinical-message.ts';
export {
  careTopicSettings,
  clinicalInDeadSettings,
  clinicalInSettings,
  partnerReplaySettings,
  partnerTopicSettings,
} from './topics.ts';
export { partnerMessage } from './partner-message.ts';
export { partnerBytesPerSecond, partnerReader } from './partner-reader.ts';
export { startOf } from './start-of.ts';
