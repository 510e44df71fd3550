import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { DeadReason } from '@stepway/contracts/names';
import type { Inbox } from '@stepway/inbox';
import {
  clinicalInDeadSettings,
  clinicalInSettings,
  fitsARecord,
  startOf,
  type Batch,
  type Message,
  type Messaging,
  type ReceivedMessage,
  type RunningConsumer,
  type TopicSettings,
} from '@stepway/messaging';
import { endWithError, type Logger } from '@stepway/platform';
import { draftOf, type ClinicalDraft } from './draft-of.ts';

export interface ClinicalInOptions {
  readonly inbox: Inbox;
  readonly messaging: Messaging;
  readonly logger: Logger;
  /** Something was stored. */
  readonly onStored: () => void;
  /** Default: the topics of clinical facts. */
  readonly topics?: { readonly facts: TopicSettings; readonly dead: TopicSettings };
  readonly groupId?: string;
}

const longestPauseMs = 5_000;
/** So long until it is asked again whether there is room. */
const roomAgainMs = 1_000;
/** Most records under way at once. */
const most = 500;

/**
 * Brings facts from Kafka into the inbox. What is none goes to the dead letters with the reason, and nothing waits behind
 * it. The place is kept when all is stored: a crash before it reads some again, and the inbox knows them.
 */
@Injectable()
export class ClinicalIn implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: Required<ClinicalInOptions>;
  readonly #stopping = new AbortController();
  #clusterId = '';
  #consumer: RunningConsumer | undefined;
  #done: Promise<void> | undefined;

  constructor(options: ClinicalInOptions) {
    const topics = { facts: clinicalInSettings, dead: clinicalInDeadSettings };
    this.#options = { topics, groupId: 'stepway-intake', ...options };
  }

  onApplicationBootstrap(): void {
    this.#done = this.#run();
    this.#done.catch((error: unknown) =>
      endWithError(this.#options.logger, error, 'the reading of clinical facts ended'),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#consumer?.stop();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { logger } = this.#options;
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.#read();
        failures = 0;
      } catch (error) {
        failures += 1;
        const retryInMs = Math.min(longestPauseMs, 100 * 2 ** failures);
        logger.warn({ err: error, attempt: failures, retryInMs }, 'clinical facts cannot be read; they wait in Kafka');
        await pause(retryInMs, undefined, { signal }).catch(() => undefined); // ended by the stop
      }
    }
  }

  async #read(): Promise<void> {
    const { inbox, messaging, topics, groupId } = this.#options;
    await messaging.ensureTopics([topics.facts, topics.dead]);
    this.#consumer = await messaging.run({
      topic: topics.facts.topic,
      groupId,
      startAt: async () => {
        this.#clusterId = await messaging.clusterId();
        const { topic } = topics.facts;
        const places = new Map((await inbox.places.of(topic)).map((place) => [place.partition, place]));
        const offsets = await messaging.offsets(topic);
        return new Map(offsets.map((one) => [one.partition, startOf(one, places.get(one.partition), this.#clusterId)]));
      },
      handle: (batch) => this.#handle(batch),
    });
    // The stop may have come while the reader was being made.
    if (this.#stopping.signal.aborted) await this.#consumer.stop();
    await this.#consumer.done;
  }

  async #handle({ topic, partition, messages, heartbeat, isStale }: Batch): Promise<void> {
    const { inbox, messaging, topics, logger, onStored } = this.#options;
    for (let start = 0; start < messages.length && !isStale(); start += most) {
      await this.#untilRoom(heartbeat, isStale);
      if (isStale()) return;
      const part = messages.slice(start, start + most);
      const dead = (await Promise.all(part.map((record) => this.#store(record)))).filter((one) => one !== undefined);
      if (dead.length > 0) {
        await messaging.send(topics.dead.topic, dead);
        logger.warn({ count: dead.length, partition }, 'records are no facts: they are dead letters now');
      }
      onStored();
      const last = part.at(-1);
      if (last === undefined) return;
      await inbox.places.move({ topic, partition, clusterId: this.#clusterId, next: last.offset + 1n });
      await heartbeat();
    }
  }

  /** What waits in Kafka is safe there: it is read on when there is room. */
  async #untilRoom(heartbeat: Batch['heartbeat'], isStale: Batch['isStale']): Promise<void> {
    while (!isStale() && !this.#stopping.signal.aborted && !(await this.#options.inbox.hasRoom())) {
      await heartbeat();
      await pause(roomAgainMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined); // ended by the stop
    }
  }

  /** @returns the dead letter of what is no fact */
  async #store(record: ReceivedMessage): Promise<Message | undefined> {
    const draft = draftOf(record);
    if (typeof draft === 'string') return deadLetter(record, draft);
    const sender = await this.#options.inbox.senders.ofKafka(draft.event.source);
    if (sender === undefined) return deadLetter(record, 'unknown-sender');
    await this.#options.inbox.receive({ channel: 'kafka', senderId: sender.senderId, ...arrived(draft) });
    return undefined;
  }
}

/** Of a CloudEvent, source and id together are its identity. */
const arrived = ({ event, body }: ClinicalDraft) => ({ sourceId: JSON.stringify([event.source, event.id]), body });

/**
 * As it came, with why it is one and where it stood. What a broker would not take any more with that beside it is told by
 * its place alone, where it is still to be read: a letter that cannot be sent would keep all behind it waiting.
 */
function deadLetter({ key, value, headers, partition, offset }: ReceivedMessage, reason: DeadReason): Message {
  const why = { 'dead-reason': reason, 'dead-partition': String(partition), 'dead-offset': String(offset) };
  const letter = { key: key ?? '', value: value ?? Buffer.alloc(0), headers: { ...headers, ...why } };
  return fitsARecord(letter) ? letter : { key: '', value: Buffer.alloc(0), headers: why };
}
