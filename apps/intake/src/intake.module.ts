import { Module, type DynamicModule } from '@nestjs/common';
import { openEventLog, openRecorder, type Recorder } from '@stepway/event-log';
import { openInbox } from '@stepway/inbox';
import { createMessaging } from '@stepway/messaging';
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
import { createPrivacy } from '@stepway/privacy';
import { LoggerModule } from 'nestjs-pino';
import { Connections } from './connections.ts';
import { Forgetting } from './forgetting.ts';
import { ClinicalIn } from './kafka/clinical-in.ts';
import { intoInbox } from './mllp/into-inbox.ts';
import { Listening } from './mllp/listening.ts';
import { Taker } from './taking/taker.ts';

export interface IntakeModuleOptions {
  readonly configuration: Configuration;
  readonly logger: Logger;
  /** What ships is not what was published: found after the start, because the database was away then. */
  readonly onRefused: (error: unknown) => void;
}

/** Wires the intake: what listens for messages on one side, the inbox between, the recorder on the other. */
@Module({})
export class IntakeModule {
  /** @throws ProgrammeChanged */
  static async with({ configuration, logger, onRefused }: IntakeModuleOptions): Promise<DynamicModule> {
    const keys = readKeys(configuration.keysFile);
    const pool = createPool({ url: configuration.databaseUrl, program: 'intake', max: 6, logger });
    const programmes = publishedProgrammes({ dir: programmesDir(process.env), pool, logger, onRefused });
    await programmes.start();
    const log = openEventLog({
      connectionString: configuration.databaseUrl,
      applicationName: 'stepway-intake-log',
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    const door = openRecorder({ log, contextFor: programmes.contextFor });
    const recorder: Recorder = { ...door, record: (request) => programmes.learning(() => door.record(request)) };
    const client = createTemporalClient({ ...configuration.temporal, keys });
    const sendTouch = createTouch(client);
    const touch = (episodeId: string): void =>
      void sendTouch(episodeId).catch((error: unknown) =>
        logger.debug({ err: error, episodeId }, 'a touch failed; the sweeper repeats it'),
      );
    const privacy = createPrivacy({ pool, keys });
    const inbox = openInbox({ pool, seal: privacy.messages });
    const { find: findSender } = inbox.senders;
    const tools = { log, recorder, privacy, findSender, touch, now: () => new Date() };
    const messaging = createMessaging({ kafka: configuration.kafka, program: 'intake', notices: logger });
    const taker = new Taker({ inbox, tools, logger });
    const onStored = (): void => taker.wake();
    return {
      module: IntakeModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { logger } })],
      providers: [
        { provide: Connections, useFactory: () => new Connections({ log, client, messaging, programmes, pool }) },
        { provide: Taker, useFactory: () => taker },
        {
          provide: Listening,
          useFactory: () =>
            new Listening({ settings: configuration.mllp, receive: intoInbox(inbox, onStored), logger }),
        },
        { provide: Forgetting, useFactory: () => new Forgetting({ inbox, keeping: configuration.inbox, logger }) },
        { provide: ClinicalIn, useFactory: () => new ClinicalIn({ inbox, messaging, logger, onStored }) },
      ],
    };
  }
}
