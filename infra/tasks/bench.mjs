// `npm run bench -- [names]`: measures Stepway on real servers of its own; what it measures is in test/bench.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { endLeftovers, ownedFolder } from '../../test/support/leftovers.mjs';
import { openServerHost } from '../../test/support/server-host.mjs';
import { build } from '../build.mjs';
import { root } from '../paths.mjs';
import { createProgress } from '../progress.mjs';
import { fetchServers } from '../stack/servers.mjs';

const progress = createProgress();
await Promise.all([fetchServers(progress), build(progress), endLeftovers()]);
progress.close();

const dir = ownedFolder();
const host = await openServerHost(dir);
const bench = spawn(
  process.execPath,
  // Compiled, as the programs that it measures are.
  ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', 'test/dist/bench/main.js'].concat(
    process.argv.slice(2),
  ),
  { cwd: root, env: { ...process.env, STEPWAY_TEST_SERVERS: host.url }, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill(signal));
bench.on('exit', async (code) => {
  await host.close();
  rmSync(dir, { recursive: true, force: true });
  process.exit(code ?? 1);
});
