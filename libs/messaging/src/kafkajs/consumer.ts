import type { EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { Batch, Consumption, Notices, ReceivedMessage, RunningConsumer } from '../messaging.ts';
import { beginUnpacking } from './unpacking.ts';

/**
 * Reads one topic from where the reader's own tables say. Nothing is committed to Kafka, so:
 * 1. After every assignment the first batch of a partition is compared with `startAt`, and the partition is moved there.
 * 2. A handler that failed loses its place: `startAt` is asked again, since its transaction may have been committed.
 */
export async function runConsumer(kafka: Kafka, consumption: Consumption, notices: Notices): Promise<RunningConsumer> {
  const { topic, groupId, startAt, handle, abreast = 1 } = consumption;
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: 15_000,
    heartbeatInterval: 3_000,
    maxBytesPerPartition: 4_194_304,
    // A stop waits for the fetch under way: it must fit into a program's grace.
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, retries: 8, maxRetryTime: 5_000, restartOnFailure: async () => true },
  });
  const ended = Promise.withResolvers<void>();
  ended.promise.catch(() => {}); // the owner may look at it late; it stays rejected
  const placed = new Set<number>();
  const known = new Map(await startAt(await partitionsOf(kafka, topic)));
  consumer.on(consumer.events.GROUP_JOIN, ({ payload: { memberAssignment } }) => {
    placed.clear();
    // What was known last is nearly always right, and spares reading from the beginning; `inPlace` has the last word.
    for (const partition of memberAssignment[topic] ?? []) {
      consumer.seek({ topic, partition, offset: String(known.get(partition) ?? 0n) });
    }
  });
  consumer.on(consumer.events.FETCH_START, beginUnpacking);
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) ended.reject(error);
  });

  /** True when the batch begins where the reader is; else the partition was moved and this batch must be left. */
  const inPlace = async (batch: EachBatchPayload['batch']): Promise<boolean> => {
    if (placed.has(batch.partition)) return true;
    const start = (await startAt([batch.partition])).get(batch.partition) ?? 0n;
    placed.add(batch.partition);
    known.set(batch.partition, start);
    if (BigInt(batch.firstOffset() ?? batch.highWatermark) === start) return true;
    consumer.seek({ topic, partition: batch.partition, offset: String(start) });
    return false;
  };

  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    if (!isRunning() || isStale() || !(await inPlace(batch))) return;
    const work: Batch = {
      topic,
      partition: batch.partition,
      messages: batch.messages.map((message) => received(batch.partition, message)),
      next: BigInt(batch.highWatermark),
      heartbeat,
      isStale: () => isStale() || !isRunning(),
    };
    try {
      await handle(work);
    } catch (error) {
      placed.delete(batch.partition);
      throw error;
    }
    resolveOffset(batch.lastOffset());
    known.set(batch.partition, BigInt(batch.lastOffset()) + 1n);
    await heartbeat();
  };

  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: abreast,
    eachBatch,
  });
  notices.debug({ topic, groupId }, 'reading');

  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await consumer.stop();
    await consumer.disconnect();
    ended.resolve();
  };
  return { stop: () => (stopping ??= stop()), done: ended.promise };
}

async function partitionsOf(kafka: Kafka, topic: string): Promise<readonly number[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return (await admin.fetchTopicOffsets(topic)).map(({ partition }) => partition);
  } finally {
    await admin.disconnect();
  }
}

function received(partition: number, { key, value, headers, offset }: KafkaMessage): ReceivedMessage {
  return {
    partition,
    offset: BigInt(offset),
    key: key === null ? null : key.toString('utf8'),
    value,
    headers: textHeaders(headers ?? {}),
  };
}

/** Received headers are buffers; of a repeated one the last counts. */
function textHeaders(headers: IHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => {
    const last = Array.isArray(value) ? value.at(-1) : value;
    return [name, last === undefined ? '' : last.toString()];
  });
  return Object.fromEntries(entries);
}
