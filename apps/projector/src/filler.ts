import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { openEventLog } from '@stepway/event-log';
import { endWithError, type Logger, type PublishedProgrammes } from '@stepway/platform';
import { codeOf, fillReadModels, givingWay } from '@stepway/read-models';
import type { Pool } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';

export interface FillerOptions {
  readonly databaseUrl: string;
  readonly pool: Pool;
  readonly programmes: Pick<PublishedProgrammes, 'contextFor' | 'learn'>;
  readonly logger: Logger;
}

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** So often the log says how far it is. */
const sayEveryMs = 5_000;

/**
 * Fills what an upgrade has added to the read models, once, beside the reading of new events. Of several projectors one
 * does it; whatever keeps it is tried again, and looked at by people meanwhile (`read.coverage`).
 */
@Injectable()
export class Filler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: FillerOptions;
  readonly #stopping = new AbortController();
  #done: Promise<void> | undefined;

  constructor(options: FillerOptions) {
    this.#options = options;
  }

  onApplicationBootstrap(): void {
    this.#done = this.#untilWhole();
    this.#done.catch((error: unknown) => endWithError(this.#options.logger, error, 'the filling of read models ended'));
  }

  /** What is half done is thrown away; the next start begins again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #untilWhole(): Promise<void> {
    const { logger } = this.#options;
    const { signal } = this.#stopping;
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      try {
        await this.#fill();
        return;
      } catch (error) {
        if (signal.aborted) return;
        // Whoever is at work may be doing this very thing: it is looked at again soon.
        const busy = codeOf(error) === 'REBUILD_UNDER_WAY';
        if (busy) pauseMs = firstPauseMs;
        logger[busy ? 'info' : 'warn']({ err: error, retryInMs: pauseMs }, 'read models could not be filled yet');
        await pause(pauseMs, undefined, { signal }).catch(() => undefined); // ended by the stop
      }
    }
  }

  async #fill(): Promise<void> {
    const { databaseUrl, pool, programmes, logger } = this.#options;
    const log = openEventLog({
      connectionString: databaseUrl,
      applicationName: 'stepway-projector-fill',
      maxConnections: 2,
      statementTimeoutMs: 120_000,
      onIdleError: (error) => logger.warn({ err: error }, 'an idle connection of the filling broke'),
    });
    try {
      await programmes.learn();
      let saidAt = performance.now();
      const report = await fillReadModels({
        pool,
        contextFor: programmes.contextFor,
        readJourneys: () => givingWay(log.readJourneys(), () => this.#stopping.signal.aborted),
        readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
        onProgress: ({ journeys: count }) => {
          if (performance.now() - saidAt < sayEveryMs) return;
          saidAt = performance.now();
          logger.info({ count }, 'read models are being filled from the log');
        },
      });
      if (report === undefined) return;
      const { models, journeys: count, durationMs } = report;
      for (const name of models)
        logger.info({ context: name, count, durationMs }, 'a read model was filled from the log');
    } finally {
      await log.close();
    }
  }
}
