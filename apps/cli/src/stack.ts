import { openEventLog, type EventLog } from '@stepway/event-log';
import {
  createLogger,
  createPool,
  programmesDir,
  readConfiguration,
  readKeys,
  readProgrammes,
  type Configuration,
  type Keys,
  type Logger,
  type Programmes,
} from '@stepway/platform';
import { createPrivacy, type Privacy } from '@stepway/privacy';
import type pg from 'pg';

/** What the command line works on: the running stack, found by the environment and `.stepway/stack.json`. */
export interface Stack {
  readonly configuration: Configuration;
  readonly keys: Keys;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly pool: pg.Pool;
  readonly privacy: Privacy;
  readonly programmes: Programmes;
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
  const programmes = readProgrammes(programmesDir(environment));
  const pool = createPool({
    url: configuration.databaseUrl,
    program: 'cli',
    max: 4,
    statementTimeoutMs: 120_000,
    logger,
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
