import { type Socket, connect, createServer } from 'node:net';
import { freshDatabase } from '@stepway/test-support';
import { LogUnavailable } from '../errors.ts';
import { openEventLog } from '../event-log.ts';
import { anAppend } from '../specs/appends.ts';

/** A line to the server that can be held: connected, also anew, and nothing comes through any more. */
async function aLine(url: string): Promise<{ readonly url: string; freeze(): void; close(): void }> {
  const target = new URL(url);
  const { hostname, port } = target;
  const sockets: Socket[] = [];
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
    if (!frozen) near.pipe(far).pipe(near);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  target.hostname = '127.0.0.1';
  target.port = String(address.port);
  return {
    url: target.href,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe('a server that froze', () => {
  it('is reported as unavailable, for statements under way and for new connections: no caller hangs', async () => {
    const { url } = await freshDatabase();
    const line = await aLine(url);
    const log = openEventLog({ connectionString: line.url, statementTimeoutMs: 100 });
    try {
      await log.append(anAppend());
      line.freeze();
      await expect(log.append(anAppend({ episodeId: 'e2' }))).rejects.toThrow(LogUnavailable);
      line.close();
      await expect(log.readStream('e1')).rejects.toThrow(LogUnavailable);
    } finally {
      line.close();
      await log.close();
    }
  }, 20_000);
});
