import { openEventLog, type EventLog } from '@stepway/event-log';
import {
  createLogger,
  createPool,
  programmesDir,
  publishedProgrammes,
  readConfiguration,
  readKeys,
  type Configuration,
  type Keys,
  type Logger,
  type PublishedProgrammes,
} from '@stepway/platform';
import { createPrivacy, type Privacy } from '@stepway/privacy';
import { wholeTablesOnly } from '@stepway/read-models';
import type pg from 'pg';

/** What the command line works on: the running stack, found by the environment and `.stepway/stack.json`. */
export interface Stack {
  readonly configuration: Configuration;
  readonly keys: Keys;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly pool: pg.Pool;
  readonly privacy: Privacy;
  /** What ships; what was published since has to be learned first. */
  readonly programmes: PublishedProgrammes;
}

/** Opens the stack for the length of one command. */
export async function withStack<T>(work: (stack: Stack) => Promise<T>): Promise<T> {
  const stack = openStack(process.env);
  try {
    return await work(stack);
  } finally {
    await stack.close();
  }
}

/** Connects when first asked; what was opened has to be closed. */
export function openStack(
  environment: Readonly<Record<string, string | undefined>>,
): Stack & { close(): Promise<void> } {
  const configuration = readConfiguration(environment);
  const logger = createLogger({ program: 'cli', level: configuration.logLevel });
  const keys = readKeys(configuration.keysFile);
  const pool = wholeTablesOnly(
    createPool({ url: configuration.databaseUrl, program: 'cli', max: 4, statementTimeoutMs: 120_000, logger }),
  );
  const programmes = publishedProgrammes({
    dir: programmesDir(environment),
    pool,
    logger,
    onRefused: (error) => logger.error({ err: error }, 'a programme that ships was changed'),
  });
  const log = openEventLog({
    connectionString: configuration.databaseUrl,
    applicationName: 'stepway-cli',
    statementTimeoutMs: 120_000,
  });
  const privacy = createPrivacy({ pool, keys });
  return {
    ...{ configuration, keys, log, logger, pool, privacy, programmes },
    close: async () => {
      await log.close();
      await pool.end();
    },
  };
}
