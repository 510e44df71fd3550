import { once } from 'node:events';
import { connect } from 'node:net';
import { runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const piece = Buffer.alloc(64 * 1024, 'x');

/** Sends piece by piece; gives the first line of the answer, or that the pipe broke before all of it was sent. */
async function answerAfter(pieces: number, head: string, framed: (bytes: Buffer) => readonly (Buffer | string)[]) {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const broken: Error[] = [];
  socket.on('error', (error) => broken.push(error));
  const answer = new Promise<string>((come) => {
    socket.once('data', (bytes: Buffer) => come(String(bytes)));
    socket.once('close', () => come('cut off'));
  });
  const sent = (bytes: Buffer | string) => new Promise<unknown>((done) => socket.write(bytes, done));
  await sent(`POST /v1/files/roster HTTP/1.1\r\nHost: here\r\nContent-Type: text/csv\r\n${head}\r\n\r\n`);
  for (let at = 0; at < pieces && broken.length === 0; at += 1) for (const bytes of framed(piece)) await sent(bytes);
  if (head.includes('chunked')) await sent('0\r\n\r\n');
  const [first] = (await answer).split('\r\n');
  socket.destroy();
  return broken.length > 0 ? 'cut off' : first;
}

describe('a body that is larger than what is taken', () => {
  it('is refused with its reason after all of it was sent', async () => {
    const head = `Content-Length: ${160 * piece.length}`;
    expect(await answerAfter(160, head, (bytes) => [bytes])).toBe('HTTP/1.1 413 Payload Too Large');
  });

  it('is refused with its reason when nobody said how long it would be', async () => {
    const framed = (bytes: Buffer) => [`${bytes.length.toString(16)}\r\n`, bytes, '\r\n'];
    expect(await answerAfter(160, 'Transfer-Encoding: chunked', framed)).toBe('HTTP/1.1 413 Payload Too Large');
  });

  it('is not read for ever: beyond 64 MB the sender is cut off, and the next request is answered', async () => {
    const head = `Content-Length: ${100_000 * piece.length}`;
    expect(await answerAfter(100_000, head, (bytes) => [bytes])).toMatch(/413|cut off/);
    expect((await fetch(new URL('/health/live', api.url))).status).toBe(200);
  }, 60_000);
});
