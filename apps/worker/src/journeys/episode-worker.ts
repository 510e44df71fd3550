import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { episodesTaskQueue } from '@stepway/contracts/names';
import {
  createDataConverter,
  endWithError,
  ensureSearchAttributes,
  type Configuration,
  type Keys,
  type Logger,
} from '@stepway/platform';
import type { JourneyActivities } from '@stepway/episode-of-care';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';

export interface EpisodeWorkerOptions {
  readonly temporal: Configuration['temporal'];
  readonly keys: Pick<Keys, 'codec'>;
  readonly activities: JourneyActivities;
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  readonly logger: Logger;
}

/** Hosts the Temporal worker: it polls for journeys that have something to do, and runs them. */
@Injectable()
export class EpisodeWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #options: EpisodeWorkerOptions;
  readonly #stopping = new AbortController();
  #worker: Worker | undefined;
  #done: Promise<void> | undefined;

  constructor(options: EpisodeWorkerOptions) {
    this.#options = options;
  }

  onApplicationBootstrap(): void {
    const { logger } = this.#options;
    this.#done = this.#run().catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) endWithError(logger, error, 'the Temporal worker ended');
      // Temporal was away: what was not handed over is done again by the next worker.
      logger.warn({ err: error }, 'the Temporal worker did not stop in time');
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    if (this.#worker?.getState() === 'RUNNING') this.#worker.shutdown();
    await this.#done;
  }

  async #run(): Promise<void> {
    const connection = await this.#connect();
    if (connection === undefined) return;
    const { temporal, logger } = this.#options;
    try {
      await ensureSearchAttributes(connection, temporal.namespace).catch((error: unknown) =>
        logger.warn({ err: error }, 'the search attributes of journeys could not be looked after'),
      );
      this.#worker = await this.#create(connection);
      logger.info({ taskQueue: episodesTaskQueue }, 'running journeys');
      const running = this.#worker.run();
      // Told to stop while it was being made: only a worker that ran lets go of its threads.
      if (this.#stopping.signal.aborted) this.#worker.shutdown();
      await running;
    } finally {
      await connection.close();
    }
  }

  /** Temporal may come up after this program, or be away: then journeys wait, and nothing else does. */
  async #connect(): Promise<NativeConnection | undefined> {
    const { temporal, logger } = this.#options;
    const { signal } = this.#stopping;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        return await NativeConnection.connect({ address: temporal.address });
      } catch (error) {
        const retryInMs = Math.min(5_000, 250 * 2 ** attempt);
        logger.warn({ err: error, attempt, retryInMs }, 'Temporal does not answer');
        await pause(retryInMs, undefined, { signal }).catch(() => {}); // ended early by the stop
      }
    }
    return undefined;
  }

  #create(connection: NativeConnection): Promise<Worker> {
    const { temporal, keys, activities, workflowBundle } = this.#options;
    return Worker.create({
      connection,
      namespace: temporal.namespace,
      taskQueue: episodesTaskQueue,
      workflowBundle,
      activities: { advance: activities.advance },
      dataConverter: createDataConverter(keys),
      // Sized for two cores: a run is mostly waiting for PostgreSQL.
      maxCachedWorkflows: 500,
      maxConcurrentWorkflowTaskExecutions: 16,
      maxConcurrentLocalActivityExecutions: 10,
      workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
      enableNonLocalActivities: false,
      // The local stack ends what has not stopped within 6 s; a task is far shorter.
      shutdownGraceTime: '3s',
      shutdownForceTime: '4s',
    });
  }
}
