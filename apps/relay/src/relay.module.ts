import { Module, type DynamicModule } from '@nestjs/common';
import { openEventLog } from '@stepway/event-log';
import { createMessaging } from '@stepway/messaging';
import { publicAddress, type Configuration, type Logger } from '@stepway/platform';
import { LoggerModule } from 'nestjs-pino';
import { Connections } from './connections.ts';
import { Relay } from './relay.ts';

/** Wires the relay: the log on one side, Kafka on the other. */
@Module({})
export class RelayModule {
  static with(configuration: Configuration, logger: Logger): DynamicModule {
    const { databaseUrl, kafkaBrokers, deployment } = configuration;
    const origin = { deployment, publicUrl: publicAddress(configuration) };
    const log = openEventLog({
      connectionString: databaseUrl,
      maxConnections: 4,
      applicationName: 'stepway-relay',
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    const messaging = createMessaging({ brokers: kafkaBrokers, program: 'relay', notices: logger });
    return {
      module: RelayModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { logger } })],
      providers: [
        { provide: Connections, useFactory: () => new Connections(log, messaging) },
        { provide: Relay, useFactory: () => new Relay({ log, messaging, origin, logger }) },
      ],
    };
  }
}
