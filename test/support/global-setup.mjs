import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birth, end, isAlive, orphans } from '../../infra/processes.mjs';
import { openServerHost } from './server-host.mjs';

const prefix = 'stepway-test-';

/** Once for each Jest run with specs that need servers. Specs find the host by STEPWAY_TEST_SERVERS. */
export default async function globalSetup() {
  await endLeftovers();
  const dir = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(dir, 0o755); // PostgreSQL may run as another user
  writeFileSync(join(dir, 'owner.json'), JSON.stringify({ pid: process.pid, born: birth(process.pid) }));
  const host = await openServerHost(dir);
  process.env.STEPWAY_TEST_SERVERS = host.url;
  globalThis.closeTestServers = async () => {
    await host.close();
    rmSync(dir, { recursive: true, force: true });
  };
}

/** A Jest run that was killed could not end its servers: this one does. */
async function endLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dir = join(tmpdir(), name);
    const owner = join(dir, 'owner.json');
    if (!existsSync(owner) || isAlive(JSON.parse(readFileSync(owner, 'utf8')))) continue;
    await Promise.all(orphans(dir).map((orphan) => end(orphan, 3000)));
    rmSync(dir, { recursive: true, force: true });
  }
}
