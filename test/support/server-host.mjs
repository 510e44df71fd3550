import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { migrate } from '../../infra/migrate.mjs';
import { freePort } from '../../infra/ports.mjs';
import { startKafka } from '../../infra/servers/kafka.mjs';
import { query, startPostgres } from '../../infra/servers/postgres.mjs';
import { createNamespace, startTemporal } from '../../infra/servers/temporal.mjs';
import { fetchTemporalTestServer } from '../../infra/servers/temporal-test-server.mjs';
import { stopStack } from '../../infra/stack/stop.mjs';

/**
 * Real servers for the specs of one Jest run, each started when a spec first asks for it:
 * POST /database, /durable-database, /kafka, /namespace; /time-skipping gives the path of a program; /folder gives the folder for a whole stack, /port a free port. Specs run in processes of their own, hence over HTTP.
 * @param dir folder for data, logs and pid files
 */
export async function openServerHost(dir) {
  const servers = new Map();
  const folders = [];
  const started = (start) => {
    if (!servers.has(start)) servers.set(start, start(dir));
    return servers.get(start);
  };
  const newFolder = () => {
    const folder = join(dir, `stack-${folders.length}`);
    mkdirSync(folder);
    folders.push(folder);
    return folder;
  };
  const answers = {
    '/database': async () => freshDatabase(await started(postgresWithTemplate)),
    '/durable-database': () => durableDatabase(newFolder()),
    '/namespace': async () => freshNamespace(await started(startTestTemporal)),
    '/kafka': async () => {
      const { address, partnerAddress, credentials } = await started(startTestKafka);
      return { brokers: address, partnerBrokers: partnerAddress, ...credentials };
    },
    '/time-skipping': async () => ({ program: await fetchTemporalTestServer() }),
    '/port': async () => ({ port: String(await freePort()) }),
    '/folder': async () => ({ dir: newFolder() }),
  };
  const host = createServer((request, response) => {
    const answer = answers[request.url] ?? (() => Promise.reject(new Error(`unknown: ${request.url}`)));
    answer().then(
      (body) => response.end(JSON.stringify(body)),
      (error) => response.writeHead(500).end(String(error.stack ?? error)),
    );
  });
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${host.address().port}`,
    async close() {
      host.close();
      await Promise.all(folders.map(stopStack));
      const running = await Promise.allSettled(servers.values());
      await Promise.all(running.map(({ value }) => value?.stop(3000)));
    },
  };
}

const startTestKafka = (dir) => startKafka({ dir });
const startTestTemporal = (dir) => startTemporal({ dir });

async function postgresWithTemplate(dir) {
  // Nothing of it outlives the run, so it need not survive a power cut.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const server = await startPostgres({ dir, settings });
  const appPassword = randomBytes(12).toString('hex');
  await migrate(server.url, appPassword);
  return { ...server, appPassword };
}

async function freshDatabase({ url, appPassword }) {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const admin = new URL(url);
  admin.pathname = '/postgres';
  await query(admin.href, `CREATE DATABASE ${name} TEMPLATE stepway`);
  admin.pathname = `/${name}`;
  const app = new URL(admin);
  Object.assign(app, { username: 'stepway_app', password: appPassword });
  return { url: app.href, adminUrl: admin.href };
}

/** On a server of its own, which ends as a stack does. */
async function durableDatabase(dir) {
  const { url } = await startPostgres({ dir });
  return { url: await migrate(url, randomBytes(12).toString('hex')) };
}

async function freshNamespace({ address }) {
  const namespace = `spec-${randomBytes(6).toString('hex')}`;
  await createNamespace(address, namespace);
  return { address, namespace };
}
