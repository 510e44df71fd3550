import pg from 'pg';
import type { Logger } from './logger.ts';

export interface PoolOptions {
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly program: string;
  /** Most connections at a time. Default 10. */
  readonly max?: number;
  /** A statement that runs longer is ended. Default 15 s; 0 = never, for rebuilds. */
  readonly statementTimeoutMs?: number;
  /** Statements of one connection are sent without waiting for the answers of those before. Default false. */
  readonly pipeline?: boolean;
  readonly logger: Logger;
}

/**
 * A pool of connections to PostgreSQL. A transaction that somebody forgot is ended by the server: that limit is the
 * role's (infra/roles.sql), since an open one holds back everybody's reading of the log, whatever the program.
 * Repeated statements should have a `name`, so that they are planned once for each connection.
 */
export function createPool({
  url,
  program,
  max = 10,
  statementTimeoutMs = 15_000,
  pipeline = false,
  logger,
}: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `stepway-${program}`,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeoutMs,
    // The server's own timeout is the first word; this one is for a connection that went silent.
    ...(statementTimeoutMs === 0 ? {} : { query_timeout: statementTimeoutMs + 5_000 }),
    keepAlive: true,
    pipeline,
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection broke'));
  return pool;
}
