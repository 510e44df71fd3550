import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LeadershipLost, LogUnavailable, type EventLog, type Leadership } from '@stepway/event-log';
import { careTopicSettings, type Messaging, type Origin, type TopicSettings } from '@stepway/messaging';
import { endWithError, type Logger } from '@stepway/platform';
import { Bell } from './bell.ts';
import { openCareTopic, type CareTopic } from './care-topic.ts';

export interface RelayOptions {
  readonly log: EventLog;
  readonly messaging: Messaging;
  readonly origin: Origin;
  readonly logger: Logger;
  /** Where to. Default: the care topic. */
  readonly settings?: TopicSettings;
  /** Most events in one send. Default 1,000. */
  readonly batch?: number;
}

/** Gives every event its position: one process for the whole log. */
const positions = 'positions';

const busyPauseMs = 25;
/**
 * After events were published the next ones are gathered for so long: a round costs its statements, a produce to each
 * partition and a transaction of the projector for each of them, however few its events are. What comes after a
 * quiet moment goes at once.
 */
const gatherMs = 50;
const idlePauseMs = 1_000;
const electionPauseMs = 500;
const longestRetryMs = 5_000;

/**
 * Carries the event log to Kafka: one leader gives positions and publishes, in order, at least once. The log is the
 * outbox; nothing is lost while Kafka, PostgreSQL or this process is away, it only comes later.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: Required<RelayOptions>;
  readonly #bell = new Bell();
  readonly #stopping = new AbortController();
  #done: Promise<void> | undefined;

  constructor({ batch = 1_000, settings = careTopicSettings, ...options }: RelayOptions) {
    this.#options = { ...options, batch, settings };
  }

  onApplicationBootstrap(): void {
    this.#done = this.#run();
    this.#done.catch((error: unknown) => endWithError(this.#options.logger, error, 'the relay ended'));
  }

  /** Finishes the batch under way, moves its checkpoint, lets go. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { log, logger } = this.#options;
    const { signal } = this.#stopping;
    const stopListening = log.onAppended(() => this.#bell.ring());
    for (let failures = 0; !signal.aborted;) {
      try {
        const leadership = await log.tryLead(positions);
        failures = 0;
        if (leadership !== undefined) await this.#lead(leadership);
      } catch (error) {
        failures += 1;
        logger.warn({ err: error, attempt: failures }, 'the relay lost the log and tries again');
      }
      await pause(Math.min(longestRetryMs, electionPauseMs * 2 ** failures), signal);
    }
    await stopListening();
  }

  async #lead(leadership: Leadership): Promise<void> {
    const { log, logger, batch } = this.#options;
    const { signal } = this.#stopping;
    logger.info({ leader: true, position: Number(leadership.position) }, 'leading');
    const publisher = new Publisher(this.#options);
    try {
      for (let waitMs = busyPauseMs; !signal.aborted;) {
        if (leadership.lost.aborted) throw new LeadershipLost(leadership.processor);
        const { placed } = await log.place(leadership, batch);
        const published = await publisher.publish();
        if (placed > 0 || published > 0) waitMs = busyPauseMs;
        if (placed === batch || published === batch) continue;
        if (published > 0) await pause(gatherMs, signal);
        // A ring may come before the horizon has passed what it rang for: so look often for a while after each.
        const rung = await this.#bell.wait(waitMs, signal);
        waitMs = rung ? busyPauseMs : Math.min(idlePauseMs, waitMs * 1.5);
      }
    } finally {
      await publisher.release();
      await leadership.release();
    }
  }
}

/** Publishes, and waits in place while Kafka is away: positions go on meanwhile. */
class Publisher {
  readonly #options: Required<RelayOptions>;
  #topic: CareTopic | undefined;
  #failures = 0;
  #againAt = 0;

  constructor(options: Required<RelayOptions>) {
    this.#options = options;
  }

  /** How many events were published; 0 while Kafka is away. @throws LeadershipLost, LogUnavailable */
  async publish(): Promise<number> {
    if (performance.now() < this.#againAt) return 0;
    try {
      this.#topic ??= await openCareTopic(this.#options);
      const published = await this.#topic.publish();
      this.#failures = 0;
      return published;
    } catch (error) {
      if (error instanceof LeadershipLost || error instanceof LogUnavailable) throw error;
      await this.#failed(error);
      return 0;
    }
  }

  async release(): Promise<void> {
    const topic = this.#topic;
    this.#topic = undefined;
    await topic?.release();
  }

  async #failed(error: unknown): Promise<void> {
    this.#failures += 1;
    const retryInMs = Math.min(longestRetryMs, 100 * 2 ** this.#failures);
    this.#againAt = performance.now() + retryInMs;
    this.#options.logger.warn({ err: error, attempt: this.#failures, retryInMs }, 'Kafka takes nothing; the log waits');
    await this.release(); // opened anew: it may come back as another cluster, or empty
  }
}

/** Ends early at the stop. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Bell().wait(ms, signal);
}
