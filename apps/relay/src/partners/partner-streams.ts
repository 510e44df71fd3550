import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
import type { Messaging } from '@stepway/messaging';
import { endWithError, type Logger } from '@stepway/platform';
import { Bell } from '../bell.ts';
import { PartnerStream } from './partner-stream.ts';
import { PartnerReplay } from './partner-replay.ts';
import { PartnerReaders } from './partner-readers.ts';
import type { PartnerTopicOptions } from './partner-topic.ts';

export interface PartnerStreamsOptions extends Omit<PartnerTopicOptions, 'messaging' | 'log' | 'batch'> {
  readonly log: EventLog;
  /** Connections of one partner's own; `readers`: for who may read. */
  readonly connect: (whose: string) => Messaging;
  readonly logger: Logger;
  /** Default 200. */
  readonly batch?: number;
}

/** A partner registered while this runs is told something within so long. */
const lookAgainMs = 1_000;

/** A stream for each registered partner, each on its own. */
@Injectable()
export class PartnerStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: PartnerStreamsOptions;
  readonly #streams = new Map<string, PartnerStream>();
  readonly #replays = new Map<string, PartnerReplay>();
  readonly #readers: PartnerReaders;
  readonly #stopping = new AbortController();
  #done: Promise<void> | undefined;

  constructor(options: PartnerStreamsOptions) {
    this.#options = options;
    this.#readers = new PartnerReaders(options.connect('readers'), options.logger);
  }

  onApplicationBootstrap(): void {
    this.#done = this.#run();
    this.#done.catch((error: unknown) => endWithError(this.#options.logger, error, 'the streams of partners ended'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { log, logger } = this.#options;
    const { signal } = this.#stopping;
    const stopListening = log.onAppended(() => {
      for (const stream of this.#streams.values()) stream.ring();
    });
    while (!signal.aborted) {
      await this.#look().catch((error: unknown) => logger.warn({ err: error }, 'partners cannot be looked up'));
      await new Bell().wait(lookAgainMs, signal);
    }
    await stopListening();
    const telling = [...this.#streams.values(), ...this.#replays.values()];
    await Promise.all([this.#readers.close(), ...telling.map((one) => one.stop())]);
  }

  async #look(): Promise<void> {
    const { connect, batch = 200, ...options } = this.#options;
    const registered = (await options.partners.registrations.all()).map(({ partner }) => partner);
    this.#readers.follow(registered);
    for (const { partnerId } of registered) {
      if (this.#streams.has(partnerId)) continue;
      const own = { ...options, messaging: connect(partnerId), batch };
      this.#streams.set(partnerId, new PartnerStream(partnerId, own));
    }
    for (const [jobId, replay] of this.#replays) if (replay.isOver) this.#replays.delete(jobId);
    for (const job of await options.partners.replays.open()) {
      if (this.#replays.has(job.jobId)) continue;
      const own = { ...options, messaging: connect(job.partnerId), batch };
      this.#replays.set(job.jobId, new PartnerReplay(job, own));
    }
  }
}
