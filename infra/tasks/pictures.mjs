// `npm run pictures`: photographs the board and a journey of the running stack, in light and in dark, for the README.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../browser.mjs';
import { dataDir, root } from '../paths.mjs';
import { signInLink } from '../stack/sign-in.mjs';
import { readStackFile } from '../stack/stack-file.mjs';

const browser = findBrowser();
if (!browser) throw new Error('No Chrome or Chromium found: install one, or set STEPWAY_BROWSER');
if (!readStackFile(dataDir).ready) throw new Error('Nothing to photograph: start Stepway first (npm start)');

const link = await signInLink({ ...process.env, STEPWAY_DATA_DIR: dataDir });
const script = [join(root, 'test/browser/pictures.ts'), link, join(root, 'docs')];
const pictures = spawn(process.execPath, script, {
  cwd: root,
  env: { ...process.env, STEPWAY_BROWSER: browser },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pictures.kill(signal));
pictures.on('exit', (code) => process.exit(code ?? 1));
