import { hash, randomUUID } from 'node:crypto';
import { careTopic } from '@stepway/contracts/names';
import { readCareMessage, type Messaging, type ReceivedMessage } from '@stepway/messaging';
import type { Stack } from '../stack.ts';
import { finding, type Finding } from './finding.ts';

interface Streamed {
  readonly journey: string;
  readonly version: number;
  readonly position: bigint;
  readonly digest: string;
}

/** I4: Kafka's events are the log's, each journey in order, and what was sent twice is the same to the byte. */
export async function streamEqualsLog({ log }: Stack, messaging: Messaging, upTo: bigint): Promise<Finding> {
  const { streamed, breaches, truncated } = await readTopic(messaging);
  let compared = 0;
  for (let after = 0n; after < upTo;) {
    const page = await log.readPlaced(after, 5_000);
    if (page.length === 0) break;
    for (const { event, position } of page) {
      after = position;
      if (position > upTo) break;
      compared += 1;
      if (!streamed.delete(event.id) && !truncated) breaches.push(`${event.id} at ${position} is not on the topic`);
    }
  }
  for (const [id, { position }] of streamed)
    if (position <= upTo) breaches.push(`${id} at ${position} is on the topic and not in the log`);
  const note = truncated
    ? 'the topic no longer holds its first records: compared from the earliest retained'
    : undefined;
  return finding('I4', 'Kafka = log, each journey in order', compared, breaches, note);
}

async function readTopic(messaging: Messaging) {
  const offsets = await messaging.offsets(careTopic);
  const left = new Map(
    offsets.filter(({ first, next }) => next > first).map(({ partition, next }) => [partition, next]),
  );
  const streamed = new Map<string, Streamed>();
  const lastOf = new Map<string, number>();
  const breaches: string[] = [];

  const take = (message: ReceivedMessage): void => {
    const { event, position } = readCareMessage(message);
    const digest = hash('sha256', message.value ?? Buffer.alloc(0), 'base64');
    const before = streamed.get(event.id);
    if (before !== undefined) {
      if (before.digest !== digest) breaches.push(`${event.id} was sent twice with different content`);
      return;
    }
    streamed.set(event.id, { journey: event.episodeId, version: event.version, position, digest });
    const last = lastOf.get(event.episodeId);
    if (last !== undefined && event.version !== last + 1)
      breaches.push(`${event.episodeId}: version ${event.version} follows ${last}`);
    lastOf.set(event.episodeId, event.version);
  };

  if (left.size > 0) {
    const { promise: readToEnd, resolve } = Promise.withResolvers<void>();
    const consumer = await messaging.run({
      topic: careTopic,
      groupId: `stepway-verify-${randomUUID()}`,
      startAt: async () => new Map(),
      handle: async ({ partition, messages }) => {
        for (const message of messages) take(message);
        const end = left.get(partition);
        const last = messages.at(-1);
        if (end !== undefined && last !== undefined && last.offset + 1n >= end) left.delete(partition);
        if (left.size === 0) resolve();
      },
    });
    await Promise.race([readToEnd, consumer.done]);
    await consumer.stop();
  }
  return { streamed, breaches, truncated: offsets.some(({ first }) => first > 0n) };
}
