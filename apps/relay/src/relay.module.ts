import { Module, type DynamicModule } from '@nestjs/common';
import { holdJourneys, openEventLog } from '@stepway/event-log';
import { createMessaging } from '@stepway/messaging';
import { openPartners, openWebhooks } from '@stepway/partners';
import { createPool, publicAddress, publicReach, readKeys, type Configuration, type Logger } from '@stepway/platform';
import { createPartnerSeal, createWebhookSeal } from '@stepway/privacy';
import { LoggerModule } from 'nestjs-pino';
import { Connections } from './connections.ts';
import { PartnerStreams } from './partners/partner-streams.ts';
import { Relay } from './relay.ts';
import { createSender } from './webhooks/sending/send.ts';
import { tellByConsent } from './webhooks/telling-by-consent.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';

/** Wires the relay: the log on one side; Kafka, and the receivers of partners, on the other. */
@Module({})
export class RelayModule {
  static with(configuration: Configuration, logger: Logger): DynamicModule {
    const { databaseUrl, kafka, deployment } = configuration;
    const origin = { deployment, publicUrl: publicAddress(configuration) };
    const keys = readKeys(configuration.keysFile);
    const pool = createPool({ url: databaseUrl, program: 'relay', max: 6, logger });
    const log = openEventLog({
      connectionString: databaseUrl,
      maxConnections: 4,
      applicationName: 'stepway-relay',
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    const messaging = createMessaging({ kafka, program: 'relay', notices: logger });
    const partners = openPartners({ pool, seal: createPartnerSeal(keys) });
    const fhirBase = `${origin.publicUrl}/fhir/R4`;
    const webhooks = {
      webhooks: openWebhooks(pool, createWebhookSeal(keys)),
      telling: tellByConsent({ log, partners, origin, now: () => new Date() }),
      send: createSender({ reach: { ...publicReach, loopback: configuration.webhooks.loopback } }),
    };
    // Partners have connections of their own: what holds them up does not hold up the care events.
    const partnersLog = openEventLog({
      connectionString: databaseUrl,
      maxConnections: 4,
      applicationName: 'stepway-relay-partners',
      onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection broke'),
    });
    const streams = new PartnerStreams({
      log: partnersLog,
      journeys: holdJourneys(partnersLog, 2_000),
      connect: (partnerId) => createMessaging({ kafka, program: `relay-${partnerId}`, notices: logger }),
      ...{ partners, origin, logger, now: () => new Date() },
    });
    return {
      module: RelayModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { logger } })],
      providers: [
        { provide: Connections, useFactory: () => new Connections({ logs: [log, partnersLog], messaging, pool }) },
        { provide: PartnerStreams, useFactory: () => streams },
        { provide: Relay, useFactory: () => new Relay({ log, messaging, origin, logger }) },
        {
          provide: WebhookSender,
          useFactory: () =>
            new WebhookSender({
              ...{ log, logger, deployment, fhirBase, keptDays: configuration.webhooks.keptDays },
              ...webhooks,
            }),
        },
      ],
    };
  }
}
