import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runTool } from './servers/fetching.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The program of an installed Chrome or Chromium (STEPWAY_BROWSER says which one), or undefined. */
export function findBrowser() {
  const inPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.STEPWAY_BROWSER, ...inPath, ...places].find((file) => file && isProgram(file));
}

/** Installs Chromium where that is one command that needs no answer: on Debian, as root. */
export const canInstallBrowser = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

export async function installBrowser(options) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runTool(['apt-get', 'update'], { ...options, env });
  await runTool(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'], { ...options, env });
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
