import { connect, type Socket } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import type { Lines } from './as-taken.ts';
import { ExportDownloads } from './export-downloads.ts';

const open: FastifyInstance[] = [];
/** How many lines were made for each that ended. */
const ended: number[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  ended.splice(0);
});

/** Files whose readers are let go after so long. @returns the port */
async function serving(slowestReaderMs: number): Promise<number> {
  const downloads = new ExportDownloads({ slowestReaderMs });
  const server = fastify();
  open.push(server);
  server.get('/', async (_, reply) => {
    await downloads.send('harbour-house', lines(), reply, {});
    return reply;
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return Number(Object(server.server.address()).port);
}

/** More than any socket holds. */
async function* lines(): Lines {
  let made = 0;
  try {
    while (made < 1_000) {
      made += 1;
      await new Promise((resolve) => setImmediate(resolve));
      yield `${'x'.repeat(65_535)}\n`;
    }
  } finally {
    ended.push(made);
  }
}

function asking(port: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
  return socket;
}
const untilEnded = async (count: number): Promise<void> => {
  while (ended.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
};
const closed = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve));

describe('a reader of a file', () => {
  it('who takes nothing is let go: no more is made for them, and their place is free', async () => {
    const port = await serving(300);
    // Each is one of the four that a partner has: they would be full after four.
    for (let reader = 0; reader < 5; reader += 1) {
      const socket = asking(port).pause();
      await untilEnded(reader + 1);
      expect(ended[reader]).toBeLessThan(1_000);
      const over = closed(socket);
      socket.resume();
      await over;
    }
  }, 30_000);

  it('who takes slowly, but takes, has all of it', async () => {
    const socket = asking(await serving(4_000));
    const began = performance.now();
    let [bytes, pauses] = [0, 0];
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes < pauses * 10_000_000) return;
      pauses += 1;
      socket.pause();
      setTimeout(() => socket.resume(), 700);
    });
    while (bytes < 1_000 * 65_536) await new Promise((resolve) => setTimeout(resolve, 5));
    await untilEnded(1);
    socket.destroy();
    expect(ended).toEqual([1_000]);
    expect(performance.now() - began).toBeGreaterThan(4_000);
  }, 30_000);
});
