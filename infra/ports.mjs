import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Where free ports are looked for: below the range from which Linux, macOS and Windows give outgoing connections theirs
 * (32768 or 49152 and up). A port from there may be free when asked for and taken when the server listens.
 */
const lowest = 10_240;
const highest = 32_767;

/** Given out by this process: two servers that start at the same time never get the same one. */
const given = new Set();

/** `preferred` if nothing listens there on loopback, else a port that is free now. 0 or none: any free one. */
export async function freePort(preferred = 0) {
  if (preferred !== 0 && (await isFree(preferred))) return preferred;
  for (;;) {
    const port = randomInt(lowest, highest + 1);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
