import { chromium, type Browser } from 'playwright-core';

/** No sandbox: CI runs as root in a container. The rest keeps Chromium from talking to anybody but us. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that STEPWAY_BROWSER names, with a new profile that goes with it. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env['STEPWAY_BROWSER'];
  if (!executablePath) throw new Error('No browser: set STEPWAY_BROWSER to the program of a Chrome or Chromium');
  return chromium.launch({ executablePath, args: flags });
}
