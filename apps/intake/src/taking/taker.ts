import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Contended, LogUnavailable } from '@stepway/event-log';
import type { Inbox, WaitingMessage } from '@stepway/inbox';
import { endWithError, type Logger } from '@stepway/platform';
import { takeMessage, type TakeTools } from './take-message.ts';

export interface TakerOptions {
  readonly inbox: Inbox;
  readonly tools: TakeTools;
  readonly logger: Logger;
  /** Messages under way at once. Default 16. */
  readonly atOnce?: number;
  /** First pause of a message that could not be taken; twice as long each time. Default 1 s. */
  readonly againMs?: number;
}

/** How often it looks while nobody wakes it: other programs store messages as well. */
const idleMs = 200;
const longestPauseMs = 10_000;
/**
 * Runs are behind by so much: facts of machines come slowly then, people's do not. They never stop: one journey that
 * cannot be run, or Temporal being away, must not keep the results of all others.
 */
const slowedAfterMs = 5_000;
const slowly = 2;
const mostAttempts = 5;

/** Takes the messages of the inbox, as long as the process lives. Several processes may: each message is one's at a time. */
@Injectable()
export class Taker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: Required<TakerOptions>;
  readonly #stopping = new AbortController();
  #wake = Promise.withResolvers<void>();
  #done: Promise<void> | undefined;

  constructor({ atOnce = 16, againMs = 1_000, ...options }: TakerOptions) {
    this.#options = { atOnce, againMs, ...options };
  }

  onApplicationBootstrap(): void {
    this.#done = this.#run();
    this.#done.catch((error: unknown) => endWithError(this.#options.logger, error, 'the taking of messages ended'));
  }

  /** Finishes what is under way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#done;
  }

  /** Something was stored just now. */
  wake(): void {
    this.#wake.resolve();
  }

  async #run(): Promise<void> {
    const { logger } = this.#options;
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted;) {
      this.#wake = Promise.withResolvers<void>();
      try {
        const taken = await this.#round();
        failures = 0;
        if (!taken) await Promise.race([this.#wake.promise, rest(idleMs, signal)]);
      } catch (error) {
        failures += 1;
        const ms = Math.min(longestPauseMs, 250 * 2 ** failures);
        logger.warn({ err: error, attempt: failures, retryInMs: ms }, 'messages wait: a server is away');
        await rest(ms, signal);
      }
    }
  }

  /** @returns whether there may be more at once */
  async #round(): Promise<boolean> {
    const { inbox, tools, atOnce } = this.#options;
    const most = (await tools.log.runLagMs()) > slowedAfterMs ? slowly : atOnce;
    const waiting = await inbox.taking.take(most);
    await Promise.all(waiting.map((message) => this.#take(message)));
    return waiting.length === atOnce;
  }

  async #take(message: WaitingMessage): Promise<void> {
    const { inbox, tools, logger, againMs } = this.#options;
    const { messageId, senderId, channel, attempts } = message;
    try {
      const settlement = await takeMessage(message, tools);
      await inbox.taking.settle(messageId, settlement);
      logger.info({ messageId, senderId, channel, state: settlement.state }, 'a message was taken');
    } catch (error) {
      if (error instanceof LogUnavailable || error instanceof Contended) {
        await inbox.taking.putOff(messageId, againMs);
        return;
      }
      logger.error({ err: error, messageId, senderId, channel, attempt: attempts + 1 }, 'a message could not be taken');
      if (attempts + 1 < mostAttempts) await inbox.taking.tryAgain(messageId, againMs * 2 ** attempts);
      else
        await inbox.taking.settle(messageId, {
          ...{ state: 'quarantined', reason: 'could-not-be-taken', questions: [], outcome: [] },
        });
    }
  }
}

/** Ends early at the stop. */
const rest = (ms: number, signal: AbortSignal): Promise<void> => pause(ms, undefined, { signal }).catch(() => {});
