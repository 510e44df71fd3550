import { connect, type Socket } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import type { Lines } from './as-taken.ts';
import { ExportDownloads } from './export-downloads.ts';

const slowestReaderMs = 300;
let server: FastifyInstance;
let port: number;
/** How many lines were made for each that ended. */
const ended: number[] = [];
beforeAll(async () => {
  const downloads = new ExportDownloads({ slowestReaderMs });
  server = fastify();
  server.get('/', async (_, reply) => {
    await downloads.send('harbour-house', lines(), reply, {});
    return reply;
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  port = Number(Object(server.server.address()).port);
});
afterAll(() => server.close());

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

function asking(): Socket {
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
    // Each is one of the four that a partner has: they would be full after four.
    for (let reader = 0; reader < 6; reader += 1) {
      const socket = asking().pause();
      await untilEnded(reader + 1);
      expect(ended[reader]).toBeLessThan(1_000);
      const over = closed(socket);
      socket.resume();
      await over;
    }
  });

  it('who takes slowly, but takes, has all of it', async () => {
    const socket = asking();
    let bytes = 0;
    let pauses = 0;
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes < pauses * 10_000_000) return;
      pauses += 1;
      socket.pause();
      setTimeout(() => socket.resume(), slowestReaderMs / 3);
    });
    while (bytes < 1_000 * 65_536) await new Promise((resolve) => setTimeout(resolve, 5));
    socket.destroy();
    expect(ended.at(-1)).toBe(1_000);
    expect(pauses).toBeGreaterThan(5);
  });
});
