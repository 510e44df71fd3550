import { Module, type DynamicModule } from '@nestjs/common';
import { openEventLog, openRecorder } from '@stepway/event-log';
import {
  createTemporalClient,
  createTouch,
  programmesDir,
  readKeys,
  readProgrammes,
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
}

/** Wires the worker: the log with its rules behind one local activity, and what wakes the journeys. */
@Module({})
export class WorkerModule {
  static with(options: WorkerModuleOptions): DynamicModule {
    const { configuration, logger, workflowBundle } = options;
    const keys = readKeys(configuration.keysFile);
    const programmes = readProgrammes(options.programmesDir ?? programmesDir(process.env));
    const log = openEventLog({
      connectionString: configuration.databaseUrl,
      applicationName: 'stepway-worker',
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    const recorder = openRecorder({ log, contextFor: programmes.contextFor });
    const client = createTemporalClient({ ...configuration.temporal, keys });
    const activities = createJourneyActivities(recorder, logger);
    const { temporal } = configuration;
    return {
      module: WorkerModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { logger } })],
      providers: [
        { provide: Connections, useFactory: () => new Connections(log, client) },
        {
          provide: EpisodeWorker,
          useFactory: () => new EpisodeWorker({ temporal, keys, activities, workflowBundle, logger }),
        },
        { provide: Touching, useFactory: () => new Touching({ log, client, touch: createTouch(client), logger }) },
      ],
    };
  }
}
