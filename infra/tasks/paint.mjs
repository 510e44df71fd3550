// `npm run paint`: how long the running stack takes to show its first rows in a browser that has nothing cached.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../browser.mjs';
import { dataDir, root } from '../paths.mjs';
import { signInLink } from '../stack/sign-in.mjs';
import { readStackFile } from '../stack/stack-file.mjs';

const browser = findBrowser();
if (!browser) throw new Error('No Chrome or Chromium found: install one, or set STEPWAY_BROWSER');
if (!readStackFile(dataDir).ready) throw new Error('Nothing to look at: start Stepway first (npm start)');

const link = await signInLink({ ...process.env, STEPWAY_DATA_DIR: dataDir });
const script = [join(root, 'test/browser/paint.ts'), link, ...process.argv.slice(2)];
const measuring = spawn(process.execPath, script, {
  cwd: root,
  env: { ...process.env, STEPWAY_BROWSER: browser },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => measuring.kill(signal));
measuring.on('exit', (code) => process.exit(code ?? 1));
