import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import {
  careTopicSettings,
  type Batch,
  type Messaging,
  type RunningConsumer,
  type TopicSettings,
} from '@stepway/messaging';
import { endWithError, type Logger } from '@stepway/platform';
import { OffsetsMoved, type Database, type Projector } from '@stepway/read-models';
import { setTimeout as pause } from 'node:timers/promises';
import { careRecord } from './care-record.ts';
import { OneTransaction } from './one-transaction.ts';
import { Places } from './places.ts';
import { redrive, redriveAsked } from './redrive.ts';

export interface CareReaderOptions {
  readonly projector: Projector;
  readonly messaging: Messaging;
  readonly pool: Database;
  readonly logger: Logger;
  /** Default: the care topic. */
  readonly settings?: TopicSettings;
  /** The group that shares the partitions among projectors. Default `stepway-read-models`. */
  readonly groupId?: string;
  /** Most records in one transaction. Default 1,000. */
  readonly batch?: number;
}

const longestPauseMs = 5_000;
/** So often it is looked whether somebody asked for a parked journey to be tried again. */
const askedEveryMs = 1_000;

/**
 * Brings every care event from Kafka into the read models. Kafka or PostgreSQL away: it waits, and goes on where the
 * tables are. Nothing is committed to Kafka.
 */
@Injectable()
export class CareReader implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: Required<CareReaderOptions>;
  readonly #stopping = new AbortController();
  readonly #tables: OneTransaction;
  #places: Places;
  #consumer: RunningConsumer | undefined;
  #done: Promise<unknown> | undefined;

  constructor(options: CareReaderOptions) {
    const defaults = { settings: careTopicSettings, groupId: 'stepway-read-models', batch: 1_000 };
    this.#options = { ...defaults, ...options };
    const { projector, batch: most, logger } = this.#options;
    this.#tables = new OneTransaction({
      ...{ projector, most },
      onProjected: ({ healed, parked }) => {
        if (healed > 0) logger.warn({ count: healed }, 'holes were closed from the log');
        if (parked > 0) logger.error({ count: parked }, 'journeys were parked');
      },
    });
    this.#places = this.#newPlaces();
  }

  onApplicationBootstrap(): void {
    this.#done = Promise.all([this.#run(), this.#redriveWhenAsked()]);
    this.#done.catch((error: unknown) => endWithError(this.#options.logger, error, 'the projector ended'));
  }

  /** Finishes the transaction under way and leaves the group. */
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
        logger.warn({ err: error, attempt: failures, retryInMs }, 'the projector cannot read and tries again');
        await pause(retryInMs, undefined, { signal }).catch(() => undefined); // ended by the stop
      }
    }
  }

  async #redriveWhenAsked(): Promise<void> {
    const { pool, projector, logger } = this.#options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await redriveAsked(pool, projector, logger).catch((error: unknown) =>
        // Asked for it still is: the next turn takes it up.
        logger.warn({ err: error }, 'parked journeys could not be tried again'),
      );
      await pause(askedEveryMs, undefined, { signal }).catch(() => undefined); // ended by the stop
    }
  }

  /** Until the stop, or until the reader cannot go on. */
  async #read(): Promise<void> {
    const { projector, messaging, pool, settings, groupId, logger } = this.#options;
    await messaging.ensureTopics([settings]);
    await redrive(pool, projector, logger);
    this.#places = this.#newPlaces();
    this.#consumer = await messaging.run({
      topic: settings.topic,
      groupId,
      abreast: settings.partitions,
      startAt: (partitions) => this.#places.startAt(partitions),
      handle: (batch) =>
        this.#handle(batch).catch((error: unknown) => {
          // The messaging library says only that something failed.
          logger.warn({ err: error, partition: batch.partition }, 'a batch was not projected and is read again');
          throw error;
        }),
    });
    // The stop may have come while the reader was being made.
    if (this.#stopping.signal.aborted) await this.#consumer.stop();
    await this.#consumer.done;
  }

  async #handle(batch: Batch): Promise<void> {
    const { batch: most } = this.#options;
    const messages = await this.#unread(batch);
    for (let start = 0; start < messages.length; start += most) {
      // A partition given to another member meanwhile: what is left is for that one.
      if (batch.isStale()) throw new OffsetsMoved({ ...batch, clusterId: this.#places.clusterId });
      const part = messages.slice(start, start + most);
      const last = part.at(-1);
      if (last === undefined) return;
      const records = part.map(careRecord);
      const next = last.offset + 1n;
      await this.#tables.project({
        at: { topic: batch.topic, partition: batch.partition, clusterId: this.#places.clusterId },
        expected: this.#places.stored(batch.partition),
        next,
        position: records.reduce((newest, { position }) => (position > newest ? position : newest), 0n),
        behind: next < batch.next,
        records: records.map(({ incoming }) => incoming),
      });
      this.#places.moved({ partition: batch.partition, clusterId: this.#places.clusterId, next });
      await batch.heartbeat();
    }
  }

  /** A partition that went back is one of a broker that was wiped, or it is read twice. */
  async #unread(batch: Batch): Promise<Batch['messages']> {
    const { partition, messages } = batch;
    const stored = this.#places.stored(partition);
    const [first] = messages;
    if (stored === undefined || first === undefined || first.offset === stored.next) return messages;
    const start = (await this.#places.startAt([partition])).get(partition) ?? 0n;
    return messages.filter(({ offset }) => offset >= start);
  }

  #newPlaces(): Places {
    const { pool, messaging, settings } = this.#options;
    return new Places(pool, messaging, settings.topic);
  }
}
