import { createServer } from 'node:net';

/** `preferred` if nothing listens there on loopback, else a port that is free now. 0 or none: any free one. */
export async function freePort(preferred = 0) {
  return (await listenOnce(preferred)) ?? freePort();
}

function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve() : reject(error),
    );
    probe.listen(port, '127.0.0.1', () => {
      const { port: bound } = probe.address();
      probe.close(() => resolve(bound));
    });
  });
}
