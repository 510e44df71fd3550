// `npm run stepway -- <command>`: the command line of Stepway, compiled first if it never was.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { dataDir, root } from '../paths.mjs';
import { createProgress } from '../progress.mjs';

const main = join(root, 'apps/cli/dist/main.js');
if (!existsSync(main)) {
  const progress = createProgress();
  await build(progress);
  progress.close();
}
const child = spawn(
  process.execPath,
  ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', main, ...process.argv.slice(2)],
  { cwd: process.env.INIT_CWD, env: { ...process.env, STEPWAY_DATA_DIR: dataDir }, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
