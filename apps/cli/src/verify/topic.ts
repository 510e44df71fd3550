import { hash, randomUUID } from 'node:crypto';
import { careTopic } from '@stepway/contracts/names';
import { canonical } from '@stepway/event-log';
import {
  NotACareEvent,
  readCareMessage,
  type Messaging,
  type PartitionOffsets,
  type RawCareEvent,
  type ReceivedMessage,
} from '@stepway/messaging';

/** The care topic from its first record to the end that it had when the reading began. */
export interface Topic {
  readonly records: ReadonlyMap<string, Published>;
  /** What is wrong with the topic by itself. */
  readonly breaches: readonly string[];
  /** Records that were on it are gone, as their time was over. */
  readonly truncated: boolean;
  /** Every event behind this position must be on it. */
  readonly completeAfter: bigint;
}

interface Published {
  readonly position: bigint;
  /** Of what it says. */
  readonly content: string;
  /** Of key, value and headers as they are, but for where we are found. */
  readonly bytes: string;
}

/** A topic that gives nothing for so long is one that cannot be read. */
const quietMs = 60_000;

/** @param upTo the last position looked for */
export async function readTopic(messaging: Messaging, upTo: bigint): Promise<Topic> {
  const offsets = await messaging.offsets(careTopic);
  const left = new Map(
    offsets.filter(({ first, next }) => next > first).map(({ partition, next }) => [partition, next]),
  );
  const taken = taking();
  if (left.size > 0) {
    const read = Promise.withResolvers<void>();
    const quiet = setTimeout(
      () => read.reject(new Error('Kafka gave nothing of the care topic for a minute')),
      quietMs,
    );
    const consumer = await messaging.run({
      topic: careTopic,
      groupId: `stepway-verify-${randomUUID()}`,
      startAt: async () => new Map(offsets.map(({ partition, first }) => [partition, first])),
      handle: async ({ partition, messages }) => {
        quiet.refresh();
        for (const message of messages) taken.take(message);
        const end = left.get(partition);
        const last = messages.at(-1);
        if (end !== undefined && last !== undefined && last.offset + 1n >= end) left.delete(partition);
        if (left.size === 0) read.resolve();
      },
    });
    try {
      await Promise.race([read.promise, consumer.done]);
    } finally {
      clearTimeout(quiet);
      await consumer.stop();
    }
  }
  const { records, breaches, beginnings } = taken;
  const truncated = offsets.some(({ first }) => first > 0n);
  return { records, breaches, truncated, completeAfter: completeAfter(offsets, beginnings, upTo) };
}

/**
 * Behind which position a topic holds every event although its first records may be gone: positions rise within a
 * partition, so one that lost its beginning holds all behind its first record, and one that lost all tells nothing.
 */
export function completeAfter(
  offsets: readonly PartitionOffsets[],
  beginnings: ReadonlyMap<number, bigint>,
  upTo: bigint,
): bigint {
  return offsets
    .filter(({ first }) => first > 0n)
    .map(({ partition }) => beginnings.get(partition) ?? upTo)
    .reduce((latest, position) => (position > latest ? position : latest), 0n);
}

function taking() {
  const records = new Map<string, Published>();
  const beginnings = new Map<number, bigint>();
  const lastOf = new Map<string, number>();
  const breaches: string[] = [];

  const take = (message: ReceivedMessage): void => {
    const read = readOf(message);
    if (typeof read === 'string') {
      breaches.push(read);
      return;
    }
    const { event, position } = read;
    if (!beginnings.has(message.partition)) beginnings.set(message.partition, position);
    if (message.key !== event.episodeId) breaches.push(`${event.id} has another key than its journey`);
    const published = { position, content: contentOf(event), bytes: bytesOf(message) };
    const before = records.get(event.id);
    if (before !== undefined) {
      if (before.bytes !== published.bytes) breaches.push(`${event.id} was sent twice with different content`);
      return;
    }
    records.set(event.id, published);
    const last = lastOf.get(event.episodeId);
    if (last !== undefined && event.version !== last + 1)
      breaches.push(`${event.episodeId}: version ${event.version} follows ${last}`);
    lastOf.set(event.episodeId, event.version);
  };
  return { records, beginnings, breaches, take };
}

/** A text if it cannot be read: thrown in a reader, it would come again for ever. */
function readOf(message: ReceivedMessage): ReturnType<typeof readCareMessage> | string {
  try {
    return readCareMessage(message);
  } catch (error) {
    const { partition, offset } = message;
    return error instanceof NotACareEvent ? error.message : `The record at ${partition}/${offset} cannot be read`;
  }
}

const digest = (text: string): string => hash('sha256', text, 'base64url');

/** The same for the event in the log and for its record, whatever the order of fields. */
export const contentOf = (event: RawCareEvent): string => {
  const { type, id, episodeId, version, occurredAt, recordedAt, commandId, causedBy, actor, data } = event;
  return digest(canonical({ type, id, episodeId, version, occurredAt, recordedAt, commandId, causedBy, actor, data }));
};

/** But for the address of the schema: that is ours, and another one when we have moved. */
const bytesOf = ({ key, value, headers }: ReceivedMessage): string =>
  digest(canonical([key, value?.toString('base64') ?? null, { ...headers, ce_dataschema: '' }]));
