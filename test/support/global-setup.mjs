import { rmSync } from 'node:fs';
import { endLeftovers, ownedFolder } from './leftovers.mjs';
import { openServerHost } from './server-host.mjs';

/** Once for each Jest run with specs that need servers. Specs find the host by STEPWAY_TEST_SERVERS. */
export default async function globalSetup() {
  await endLeftovers();
  const dir = ownedFolder();
  const host = await openServerHost(dir);
  process.env.STEPWAY_TEST_SERVERS = host.url;
  globalThis.closeTestServers = async () => {
    await host.close();
    rmSync(dir, { recursive: true, force: true });
  };
}
