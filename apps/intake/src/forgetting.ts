import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Forgotten, Inbox, Keeping } from '@stepway/inbox';
import type { Logger } from '@stepway/platform';

export interface ForgettingOptions {
  readonly inbox: Pick<Inbox, 'forget'>;
  readonly keeping: Keeping;
  readonly logger: Logger;
  /** Default: an hour. */
  readonly everyMs?: number;
}

/** Erases, at the start and then every hour, what came from outside and is kept no longer. Several processes may. */
@Injectable()
export class Forgetting implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: Required<ForgettingOptions>;
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> = Promise.resolve();

  constructor({ everyMs = 3_600_000, ...options }: ForgettingOptions) {
    this.#options = { everyMs, ...options };
  }

  onApplicationBootstrap(): void {
    const round = (): void => {
      this.#underWay = this.#forget().finally(() => {
        this.#timer = setTimeout(round, this.#options.everyMs).unref();
      });
    };
    round();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#underWay;
    clearTimeout(this.#timer);
  }

  /** A server that is away is asked again the next time: nothing is lost by keeping something for an hour more. */
  async #forget(): Promise<void> {
    const { inbox, keeping, logger } = this.#options;
    try {
      const forgotten: Forgotten = await inbox.forget(keeping);
      if (forgotten.undecided > 0)
        logger.warn(forgotten, 'nobody decided about messages from outside: their words are erased');
      else if (forgotten.unknown > 0) logger.info(forgotten, 'messages from outside are not known any more');
    } catch (error) {
      logger.warn({ err: error }, 'what is kept no longer could not be erased; it is tried again');
    }
  }
}
