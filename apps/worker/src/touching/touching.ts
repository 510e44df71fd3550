import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventLog } from '@stepway/event-log';
import { endWithError, reconcile, type Logger, type Touch } from '@stepway/platform';
import type { Client } from '@temporalio/client';
import { Loop } from '../loop.ts';
import { createSweep } from './sweep.ts';

export interface TouchingOptions {
  readonly log: Pick<EventLog, 'awaitingRun' | 'openStreams'>;
  readonly client: Client;
  readonly touch: Touch;
  readonly logger: Logger;
}

const second = 1_000;
const minute = 60 * second;

/** Sees to it that every journey that needs a run gets one, whatever was lost on the way. */
@Injectable()
export class Touching implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #loops: readonly Loop[];
  readonly #logger: Logger;

  constructor({ log, client, touch, logger }: TouchingOptions) {
    this.#logger = logger;
    const sweep = createSweep({
      awaitingRun: log.awaitingRun,
      touch,
      now: () => performance.now(),
      onTouched: (count) => logger.debug({ count }, 'touched journeys that waited for their run'),
    });
    const compare = async (signal: AbortSignal): Promise<void> => {
      const { open, started, ended } = await reconcile({ open: log.openStreams(), client, touch, signal });
      logger.info({ open, count: started + ended }, 'compared open journeys with open workflows');
    };
    this.#loops = [
      new Loop({ name: 'sweep', everyMs: second, longestPauseMs: 5 * second, round: sweep, logger }),
      // At once, then now and then.
      new Loop({ name: 'reconcile', everyMs: 10 * minute, round: compare, logger }),
    ];
  }

  onApplicationBootstrap(): void {
    for (const loop of this.#loops) {
      loop.start().catch((error: unknown) => endWithError(this.#logger, error, 'a loop ended'));
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }
}
