import { Module, type DynamicModule } from '@nestjs/common';
import { openEventLog } from '@stepway/event-log';
import { createMessaging } from '@stepway/messaging';
import { createPool, programmesDir, publishedProgrammes, type Configuration, type Logger } from '@stepway/platform';
import { createProjector } from '@stepway/read-models';
import { LoggerModule } from 'nestjs-pino';
import { CareReader } from './care-reader.ts';
import { Connections } from './connections.ts';
import { Filler } from './filler.ts';

/** Wires the projector: Kafka on one side, the tables of `read` on the other, the log beside it to close holes. */
@Module({})
export class ProjectorModule {
  /**
   * @param onRefused what ships is not what was published: found after the start, because the database was away then
   * @throws ProgrammeChanged
   */
  static async with(
    configuration: Configuration,
    logger: Logger,
    onRefused: (error: unknown) => void,
  ): Promise<DynamicModule> {
    const { databaseUrl, kafka } = configuration;
    const pool = createPool({ url: databaseUrl, program: 'projector', max: 6, pipeline: true, logger });
    const programmes = publishedProgrammes({ dir: programmesDir(process.env), pool, logger, onRefused });
    await programmes.start();
    const log = openEventLog({
      connectionString: databaseUrl,
      maxConnections: 4,
      applicationName: 'stepway-projector',
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    const messaging = createMessaging({ kafka, program: 'projector', notices: logger });
    const projector = createProjector({
      pool,
      contextFor: programmes.contextFor,
      learn: programmes.learn,
      readEvents: async (episodeId) => (await log.readStream(episodeId)).events,
      now: () => new Date().toISOString(),
    });
    return {
      module: ProjectorModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { logger } })],
      providers: [
        { provide: Connections, useFactory: () => new Connections({ log, messaging, programmes, pool }) },
        { provide: Filler, useFactory: () => new Filler({ databaseUrl, pool, programmes, logger }) },
        { provide: CareReader, useFactory: () => new CareReader({ projector, messaging, pool, logger }) },
      ],
    };
  }
}
