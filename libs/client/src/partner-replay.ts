import { setTimeout as pause } from 'node:timers/promises';
import type { ReplayView } from '@stepway/contracts';
import { partnerPrefix } from '@stepway/contracts/names';
import { Kafka, type KafkaConfig } from 'kafkajs';
import type { StepwayClient } from './client.ts';
import type { NotAPartnerEvent, PartnerEvent } from './partner-events.ts';
import { readPartnerTopic } from './partner-stream.ts';

export interface PartnerReplayOptions {
  /** With the partner's token: `partnerToken`. */
  readonly client: Pick<StepwayClient, 'ask' | 'post'>;
  readonly partnerId: string;
  /** From an instant, or after a place of the log (`position` of an event). */
  readonly wish: { readonly from: string } | { readonly after: number };
  /** The client's own settings: brokers, TLS, SASL. */
  readonly kafka: KafkaConfig;
  /** One event at a time, in order of the log. What it rejects with is tried again from there. */
  readonly handle: (event: PartnerEvent) => Promise<void>;
  /** A record that is no partner event. Default: it ends the reading. */
  readonly onUnreadable?: (error: NotAPartnerEvent) => void;
  /** How far it is, whenever that was asked. */
  readonly onProgress?: (replay: ReplayView) => void;
  /** How often to ask how far it is, in milliseconds. Default 500. */
  readonly waitMs?: number;
}

/**
 * Asks to be told again, waits until all was told, and reads it to its end: what may be told now, by the consents that
 * hold now.
 * @returns the replay as it ended
 * @throws StepwayProblem 429 where one is under way or too many were asked for; StepwayUnreachable; NotAPartnerEvent
 */
export async function replayPartnerEvents(options: PartnerReplayOptions): Promise<ReplayView> {
  const { client, partnerId, wish, onProgress = () => {}, waitMs = 500 } = options;
  // Not under a key: where no answer came, a second one is refused while the first is under way.
  let replay = await client.post('startReplay', { partnerId }, wish);
  for (onProgress(replay); replay.finishedAt === null; onProgress(replay)) {
    await pause(waitMs);
    replay = (await client.ask('partnerReplays', { partnerId })).items.find(sameJob(replay)) ?? replay;
  }
  await readToItsEnd(replay, options);
  return replay;
}

const sameJob =
  ({ jobId }: ReplayView) =>
  (other: ReplayView): boolean =>
    other.jobId === jobId;

async function readToItsEnd({ topic, jobId }: ReplayView, options: PartnerReplayOptions): Promise<void> {
  const { partnerId, kafka, handle, onUnreadable } = options;
  const end = await endOf(topic, kafka);
  if (end === 0n) return;
  const done = Promise.withResolvers<void>();
  const stream = await readPartnerTopic({
    ...{ partnerId, kafka, topic, groupId: `${partnerPrefix(partnerId)}replay.${jobId}`, handle },
    onUnreadable: onUnreadable ?? ((error) => done.reject(error)),
    onRead: (offset) => {
      if (offset + 1n >= end) done.resolve();
    },
  });
  try {
    await done.promise;
  } finally {
    await stream.stop();
  }
}

/** A replay has one partition. */
async function endOf(topic: string, kafka: KafkaConfig): Promise<bigint> {
  const admin = new Kafka(kafka).admin();
  await admin.connect();
  try {
    const [partition] = await admin.fetchTopicOffsets(topic);
    return BigInt(partition?.high ?? '0');
  } finally {
    await admin.disconnect();
  }
}
