import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@stepway/platform';

export interface LoopOptions {
  readonly name: string;
  readonly everyMs: number;
  /** After a round that failed: 1 s, then twice as long each time, up to this. Default 30 s. */
  readonly longestPauseMs?: number;
  readonly round: (signal: AbortSignal) => Promise<void>;
  readonly logger: Logger;
}

const firstPauseMs = 1_000;

/** Work that is repeated as long as the process lives. Servers that are away only make it wait. */
export class Loop {
  readonly #stopping = new AbortController();
  readonly #options: LoopOptions;
  #done: Promise<void> | undefined;

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    this.#done ??= this.#run();
    return this.#done;
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { name, everyMs, longestPauseMs = 30_000, round, logger } = this.#options;
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted;) {
      try {
        await round(signal);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        logger.warn({ err: error, name, attempt: failures }, 'a round failed and will be repeated');
      }
      const waiting = failures === 0 ? everyMs : Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
      // Several workers do the same: a little chance keeps them apart.
      await pause(waiting * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => {});
    }
  }
}
