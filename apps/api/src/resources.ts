import { openEventLog, openRecorder, type EventLog, type Recorder } from '@stepway/event-log';
import { openInbox, type Inbox } from '@stepway/inbox';
import { openPartners, openWebhooks, type Partners, type Webhooks } from '@stepway/partners';
import {
  createDirectory,
  createMetrics,
  createPool,
  createTemporalClient,
  createTouch,
  programmesDir,
  publishedProgrammes,
  readKeys,
  type Configuration,
  type Directory,
  type Logger,
  type PublishedProgrammes,
  type Touch,
} from '@stepway/platform';
import { createPrivacy, createWebhookSeal, type Privacy } from '@stepway/privacy';
import { openReadDoorbell, wholeTablesOnly, type ReadDoorbell } from '@stepway/read-models';
import type pg from 'pg';
import { createAttempts, type Attempts } from './auth/attempts.ts';
import { createProvider, type Provider } from './auth/provider.ts';
import { createSessions, type Sessions } from './auth/sessions.ts';
import { recordUnknownCallers, type UnknownCallers } from './auth/unknown-callers.ts';
import { createTokens, type Tokens } from './auth/tokens.ts';
import { createTouches, type Touches } from './commands/touches.ts';
import { RecentStreams } from './queries/recent-streams.ts';
import { createLiveHub, type LiveHub } from './live/live-hub.ts';
import { watchLag, type LagWatch } from './operations/lag-watch.ts';
import { createApiMetrics, type ApiMetrics } from './operations/api-metrics.ts';
import { createPartnerClients, type PartnerClients } from './partner-access/partner-clients.ts';
import { createRemoteKeys } from './partner-access/remote-keys.ts';
import { createPartnerTokens, type PartnerTokens } from './partner-access/partner-token.ts';

/** Everything the routes work with; the class is its token for injection. */
export abstract class Resources {
  abstract readonly configuration: Configuration;
  abstract readonly logger: Logger;
  /** For identity, sessions and read models. */
  abstract readonly pool: pg.Pool;
  abstract readonly log: EventLog;
  /** Streams of journeys that are looked at as of moments of the past. */
  abstract readonly streams: RecentStreams;
  abstract readonly recorder: Recorder;
  abstract readonly privacy: Privacy;
  /** What comes from outside, until it is facts. */
  abstract readonly inbox: Inbox;
  /** Who outside is told what. */
  abstract readonly partners: Partners;
  /** Messages to partners. */
  abstract readonly webhooks: Webhooks;
  abstract readonly programmes: PublishedProgrammes;
  abstract readonly directory: Directory;
  abstract readonly tokens: Tokens;
  /** Integration partners as callers. */
  abstract readonly partnerClients: PartnerClients;
  abstract readonly partnerTokens: PartnerTokens;
  abstract readonly sessions: Sessions;
  abstract readonly unknownCallers: UnknownCallers;
  abstract readonly attempts: Attempts;
  /** Undefined where only the terminal's link signs anybody in. */
  abstract readonly provider: Provider | undefined;
  abstract readonly touches: Touches;
  abstract readonly lag: LagWatch;
  abstract readonly doorbell: ReadDoorbell;
  abstract readonly live: LiveHub;
  abstract readonly metrics: ApiMetrics;
  abstract readonly now: () => Date;
  /** Lets go of everything, after the last answer. */
  abstract close(): Promise<void>;
}

export interface ResourceOptions {
  readonly configuration: Configuration;
  readonly logger: Logger;
  /** Where what ships lies. Default: as the environment says. */
  readonly programmesDir?: string;
  /** What ships is not what was published: found after the start, because the database was away then. */
  readonly onRefused?: (error: unknown) => void;
  readonly now?: () => Date;
  /** In place of Temporal's. */
  readonly touch?: Touch;
}

/** Opens what the API needs. Servers are first asked when a request needs them, so that it starts while one is down. */
export function openResources(options: ResourceOptions): Resources {
  const { configuration, logger, now = () => new Date() } = options;
  const keys = readKeys(configuration.keysFile);
  const pool = wholeTablesOnly(createPool({ url: configuration.databaseUrl, program: 'api', logger }));
  const programmes = publishedProgrammes({
    dir: options.programmesDir ?? programmesDir(process.env),
    pool,
    logger,
    onRefused: options.onRefused ?? ((error) => logger.error({ err: error }, 'a programme that ships was changed')),
  });
  const log = openEventLog({
    connectionString: configuration.databaseUrl,
    applicationName: 'stepway-api-log',
    onIdleError: (error) => logger.warn({ err: error }, 'an idle connection of the log broke'),
  });
  const metrics = createApiMetrics(createMetrics('api'));
  const door = openRecorder({ log, contextFor: programmes.contextFor, onConflict: () => metrics.conflicts.inc() });
  const recorder: Recorder = {
    ...door,
    record: (request) => programmes.learning(() => door.record(request)),
    dry: (request) => programmes.learning(() => door.dry(request)),
  };
  const temporal = createTemporalClient({ ...configuration.temporal, keys });
  const touches = createTouches({ touch: options.touch ?? createTouch(temporal), logger, metrics });
  const lag = watchLag({ pool, log, logger, metrics });
  const doorbell = openReadDoorbell({
    connectionString: configuration.databaseUrl,
    applicationName: 'stepway-api-live',
    onTrouble: (error) => logger.debug({ err: error }, 'live updates cannot be listened for'),
  });
  const live = createLiveHub({ doorbell, pool, lag, logger, metrics, now });
  const privacy = createPrivacy({ pool, keys });
  const partners = openPartners({ pool, seal: privacy.partnerKeys });
  return {
    ...{ configuration, logger, pool, log, recorder, programmes, touches, lag, doorbell, live, metrics, now },
    privacy,
    inbox: openInbox({ pool, seal: privacy.messages, now: () => now().getTime() }),
    streams: new RecentStreams(log),
    unknownCallers: recordUnknownCallers(privacy.audit, now),
    directory: createDirectory(pool),
    tokens: createTokens(keys, configuration.issuer, now),
    partners,
    webhooks: openWebhooks(pool, createWebhookSeal(keys)),
    partnerClients: createPartnerClients(
      pool,
      partners.registrations,
      createRemoteKeys({ loopback: configuration.webhooks.loopback, logger }),
    ),
    partnerTokens: createPartnerTokens(keys, configuration.issuer, now),
    sessions: createSessions(pool, configuration.session),
    attempts: createAttempts(keys.commandHash.key, now),
    provider: configuration.signIn && createProvider(configuration.signIn),
    close: async () => {
      programmes.stop();
      lag.stop();
      live.close();
      await touches.settled();
      await Promise.allSettled([doorbell.close(), log.close(), pool.end(), temporal.connection.close()]);
    },
  };
}
