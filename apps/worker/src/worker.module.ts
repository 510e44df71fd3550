import { Module, type DynamicModule } from '@nestjs/common';
import { openEventLog, openRecorder, type Recorder } from '@stepway/event-log';
import {
  createPool,
  createTemporalClient,
  createTouch,
  programmesDir,
  publishedProgrammes,
  readKeys,
  type Configuration,
  type Logger,
} from '@stepway/platform';
import type { WorkerOptions } from '@temporalio/worker';
import { LoggerModule } from 'nestjs-pino';
import { Connections } from './connections.ts';
import { EpisodeWorker } from './journeys/episode-worker.ts';
import { createJourneyActivities } from './journeys/journey-activities.ts';
import { Touching } from './touching/touching.ts';

export interface WorkerModuleOptions {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  /** Default: as the environment says. */
  readonly programmesDir?: string;
  /** What ships is not what was published: found after the start, because the database was away then. */
  readonly onRefused: (error: unknown) => void;
}

/** Wires the worker: the log with its rules behind one local activity, and what wakes the journeys. */
@Module({})
export class WorkerModule {
  /** @throws ProgrammeChanged */
  static async with(options: WorkerModuleOptions): Promise<DynamicModule> {
    const { configuration, logger, workflowBundle, onRefused } = options;
    const keys = readKeys(configuration.keysFile);
    const pool = createPool({ url: configuration.databaseUrl, program: 'worker', max: 1, logger });
    const dir = options.programmesDir ?? programmesDir(process.env);
    const programmes = publishedProgrammes({ dir, pool, logger, onRefused });
    await programmes.start();
    const log = openEventLog({
      connectionString: configuration.databaseUrl,
      applicationName: 'stepway-worker',
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    const recorder = openRecorder({ log, contextFor: programmes.contextFor });
    const client = createTemporalClient({ ...configuration.temporal, keys });
    const run: Recorder['run'] = (request) => programmes.learning(() => recorder.run(request));
    const activities = createJourneyActivities({ run }, logger);
    const { temporal } = configuration;
    return {
      module: WorkerModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { logger } })],
      providers: [
        { provide: Connections, useFactory: () => new Connections({ log, client, programmes, pool }) },
        {
          provide: EpisodeWorker,
          useFactory: () => new EpisodeWorker({ temporal, keys, activities, workflowBundle, logger }),
        },
        { provide: Touching, useFactory: () => new Touching({ log, client, touch: createTouch(client), logger }) },
      ],
    };
  }
}
