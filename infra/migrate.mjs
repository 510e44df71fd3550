import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { root } from './paths.mjs';

/**
 * Brings a database to the newest schema: roles, schemas, then the migrations not yet run, as `stepway_owner`.
 * All or nothing; two at once wait for each other.
 * @param databaseUrl of someone who may create roles and schemas
 * @param appPassword given to the role `stepway_app`
 * @returns the address of the same database for the programs, as `stepway_app`
 */
export async function migrate(databaseUrl, appPassword) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Roles are shared by all databases of a server: without the lock, two first migrations at once would collide.
    await client.query('SELECT pg_advisory_lock(7243)');
    await client.query(readFileSync(join(root, 'infra/roles.sql'), 'utf8'));
    await client.query(`ALTER ROLE stepway_app PASSWORD ${client.escapeLiteral(appPassword)}`);
    await client.query('SET ROLE stepway_owner');
    await runner({
      dbClient: client,
      dir: join(root, 'infra/migrations'),
      direction: 'up',
      migrationsTable: 'done',
      migrationsSchema: 'migrations',
      advisoryLockMode: 'wait',
      log: () => {},
    });
  } finally {
    await client.end();
  }
  const url = new URL(databaseUrl);
  url.username = 'stepway_app';
  url.password = appPassword;
  return url.href;
}
