import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from '../ports.mjs';
import { launch, tail } from '../processes.mjs';
import { keptPassword } from '../secrets.mjs';
import { until } from '../waiting.mjs';
import { runTool } from './fetching.mjs';
import { postgresPrograms } from './postgres-programs.mjs';
import { serverUser } from './server-user.mjs';

const user = 'stepway_admin';
const database = 'stepway';

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // PostgreSQL's own 128 MB hold the log and its indexes only up to some ten thousand commands (docs/bench.md).
  shared_buffers: '512MB',
};

/**
 * Starts PostgreSQL on loopback with an (at first empty) database `stepway`.
 * @param options.dir folder of the stack; data in `dir/postgres`
 * @param options.port wished; another free one is taken if it is in use
 * @param options.settings server settings, e.g. `{ fsync: 'off' }` where data may be lost
 * @returns `{ url, port, pid, exited, stop() }`; `url` is the superuser's, for migrations only
 */
export async function startPostgres({ dir, port: wished, settings = {} }) {
  const { initdb, postgres } = await postgresPrograms();
  const home = join(dir, 'postgres');
  mkdirSync(home, { recursive: true });
  const data = join(home, 'data');
  const password = keptPassword(join(home, 'password'));
  const as = serverUser([home, dirname(postgres)]);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise({ initdb, data, home, as });

  const port = await freePort(wished);
  const flags = Object.entries({ ...defaults, ...settings });
  const server = launch({
    name: 'postgres',
    dir,
    ...as.run([
      postgres,
      '-D',
      data,
      '-p',
      String(port),
      ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]),
    stopSignal: 'SIGINT', // "fast shutdown": open sessions are ended, nothing committed is lost
  });
  const url = (name) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  await until('PostgreSQL', () => query(url('postgres'), 'SELECT 1'), {
    giveUp: () => (server.running() ? undefined : `it ended.\n${tail(server.log)}`),
  });
  const { rows } = await query(url('postgres'), `SELECT 1 FROM pg_database WHERE datname = '${database}'`);
  if (rows.length === 0) await query(url('postgres'), `CREATE DATABASE ${database}`);
  return { ...server, url: url(database), port };
}

/** Runs one statement on a connection of its own. */
export async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the query itself rejects too
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

async function initialise({ initdb, data, home, as }) {
  rmSync(data, { recursive: true, force: true }); // what an interrupted attempt left has no PG_VERSION
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = join(home, 'password');
  if (as.uid !== undefined) for (const path of [data, passwordFile]) chownSync(path, as.uid, as.gid);
  const { command, uid, gid } = as.run([
    ...[initdb, '-D', data, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
  ]);
  await runTool(command, { uid, gid });
}
