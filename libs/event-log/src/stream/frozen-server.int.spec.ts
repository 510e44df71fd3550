import { type Socket, connect, createServer } from 'node:net';
import { freshDatabase } from '@stepway/test-support';
import { LogUnavailable } from '../errors.ts';
import { openEventLog } from '../event-log.ts';
import { anAppend } from '../specs/appends.ts';

/** A line to the server that can be held: connected, and nothing comes through any more. */
async function aLine(url: string): Promise<{ readonly url: string; freeze(): void; close(): void }> {
  const target = new URL(url);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  target.hostname = '127.0.0.1';
  target.port = String(address.port);
  return {
    url: target.href,
    freeze: () => sockets.forEach((socket) => socket.unpipe().pause()),
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
    await log.append(anAppend());
    line.freeze();
    await expect(log.append(anAppend({ episodeId: 'e2' }))).rejects.toThrow(LogUnavailable);
    line.close();
    await expect(log.readStream('e1')).rejects.toThrow(LogUnavailable);
    await log.close();
  }, 20_000);
});
