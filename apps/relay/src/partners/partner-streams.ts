import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
import type { Messaging } from '@stepway/messaging';
import { endWithError, type Logger } from '@stepway/platform';
import { Bell } from '../bell.ts';
import { PartnerStream } from './partner-stream.ts';
import { PartnerReplay } from './partner-replay.ts';
import type { PartnerTopicOptions } from './partner-topic.ts';

export interface PartnerStreamsOptions extends Omit<PartnerTopicOptions, 'messaging' | 'log' | 'batch'> {
  readonly log: EventLog;
  /** Connections of one partner's own. */
  readonly connect: (partnerId: string) => Messaging;
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
  readonly #stopping = new AbortController();
  #done: Promise<void> | undefined;

  constructor(options: PartnerStreamsOptions) {
    this.#options = options;
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
    await Promise.all([...this.#streams.values(), ...this.#replays.values()].map((one) => one.stop()));
  }

  async #look(): Promise<void> {
    const { connect, batch = 200, ...options } = this.#options;
    for (const { partner } of await options.partners.registrations.all()) {
      const { partnerId } = partner;
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
