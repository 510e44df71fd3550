import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readLagMs } from '@stepway/read-models';
import { startStack, type ProcessName, type Stack } from '@stepway/test-support';
import pg from 'pg';

/** All of Stepway as `npm start` runs it, with what a bench needs to look into it. */
export interface BenchStack {
  readonly stack: Stack;
  readonly http: string;
  readonly token: string;
  /** As `stepway_app`. */
  readonly pool: pg.Pool;
  /** As the superuser. */
  readonly admin: pg.Pool;
  /** Waits until every run was made and everything is on the board. @throws after `withinMs` */
  atRest(withinMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** What follows the record: runs journeys, publishes, projects. */
export const followers: readonly ProcessName[] = ['worker', 'relay', 'projector'];

export async function startBenchStack(): Promise<BenchStack> {
  const stack = await startStack({ STEPWAY_LOG_LEVEL: 'warn' });
  const { http, postgres } = stack.addresses();
  const { stdout } = await stack.stepway('token', '--role', 'nurse');
  const pool = new pg.Pool({ connectionString: postgres, max: 3 });
  const adminUrl = new URL(postgres);
  adminUrl.username = 'stepway_admin';
  adminUrl.password = readFileSync(join(stack.dir, 'postgres', 'password'), 'utf8');
  const admin = new pg.Pool({ connectionString: adminUrl.href, max: 1 });
  return {
    ...{ stack, http, pool, admin, token: stdout.trim() },
    atRest: async (withinMs = 60_000) => {
      for (const end = Date.now() + withinMs; !(await isAtRest(pool)); await pause(100)) {
        if (Date.now() > end) throw new Error(`The stack did not come to rest within ${withinMs / 1_000} s`);
      }
    },
    stop: async () => {
      await Promise.all([pool.end(), admin.end()]);
      await stack.stop();
    },
  };
}

async function isAtRest(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM log.stream WHERE attention IS NOT NULL LIMIT 1');
  return rowCount === 0 && (await readLagMs(pool)) === 0;
}
