import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Client, Message } from 'node-hl7-client';
import type { Received } from './answer.ts';
import { framed, Frames } from './frames.ts';
import { MllpServer, type MllpOptions } from './mllp-server.ts';
import { authority, client, clientFingerprint, server as shown, stranger } from './specs/certificates.ts';
import { answerIn, report, simulatedHospital } from './specs/messages.ts';

const started: MllpServer[] = [];
const open: Socket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await Promise.all(started.splice(0).map((server) => server.stop(100)));
});

async function listening(options: Partial<MllpOptions> = {}): Promise<number> {
  const server = new MllpServer({ port: 0, receive: () => Promise.resolve({ outcome: 'stored' }), ...options });
  started.push(server);
  return server.start();
}

/** A plain connection: what it hears, and whether it was closed. */
async function connected(socket: Socket) {
  open.push(socket);
  const frames = new Frames(1_000_000);
  const heard: (readonly [string, string, string])[] = [];
  const waiting: (() => void)[] = [];
  socket.on('data', (chunk: Buffer) => {
    for (const one of frames.push(chunk)) if (one.is === 'frame') heard.push(answerIn(one.bytes.toString('latin1')));
    waiting.splice(0).forEach((look) => look());
  });
  const closed = new Promise<void>((done) => socket.on('close', () => done()));
  socket.on('error', () => undefined);
  socket.on('end', () => socket.end());
  const answers = async (count: number) => {
    while (heard.length < count) await new Promise<void>((look) => waiting.push(look));
    return heard;
  };
  return { socket, answers, heard, closed };
}
const plain = async (port: number) => {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  await once(socket, 'connect');
  return connected(socket);
};
const frame = (text: string) => framed(text, 'latin1');

describe('an MLLP server', () => {
  it('answers 300 messages of a feed in their order, once each, however they are cut and however long each takes', async () => {
    const messages = simulatedHospital();
    const receive = async (_: string, __: unknown, { controlId }: { controlId: string }): Promise<Received> => {
      if (Number(controlId) % 3 === 0) await new Promise((done) => setImmediate(done));
      return { outcome: 'stored' };
    };
    const { socket, answers } = await plain(await listening({ receive }));
    const bytes = Buffer.concat(messages.map(frame));
    for (let at = 0; at < bytes.length; at += 1_009) socket.write(bytes.subarray(at, at + 1_009));
    const heard = await answers(300);
    expect(heard.map(([, id]) => id)).toEqual(messages.map((_, index) => `${index + 1}`));
    expect(heard.filter(([code]) => code === 'AA').length).toBe(299);
  });

  it('is understood by an independent client', async () => {
    const port = await listening();
    const independent = new Client({ host: '127.0.0.1', version: '2.5.1' });
    const heard: string[] = [];
    let answered = (): void => undefined;
    const connection = independent.createConnection({ port, version: '2.5.1', waitAck: true }, (response) => {
      const message = response.getMessage();
      heard.push(`${message.get('MSA.1').toString()} ${message.get('MSA.2').toString()}`);
      answered();
    });
    await new Promise((done) => connection.once('connect', done));
    for (let count = 0; count < 20; count += 1) {
      const answer = new Promise<void>((done) => (answered = done));
      await connection.sendMessage(new Message({ text: report(`C${count}`).trim() }));
      await answer;
    }
    independent.closeAll();
    expect(heard).toEqual(Array.from({ length: 20 }, (_, count) => `AA C${count}`));
  });

  it('answers what came before the other side had said all, and then closes', async () => {
    const { socket, answers, closed } = await plain(await listening());
    socket.end(Buffer.concat([frame(report('M1')), frame(report('M2'))]));
    expect((await answers(2)).map(([code, id]) => `${code} ${id}`)).toEqual(['AA M1', 'AA M2']);
    await closed;
  });

  it('reads no more from a connection while too many of its messages wait', async () => {
    const release: (() => void)[] = [];
    const receive = () => new Promise<Received>((done) => release.push(() => done({ outcome: 'stored' })));
    const port = await listening({ receive, limits: { mostWaiting: 4 } });
    const { socket, answers } = await plain(port);
    for (let count = 0; count < 400; count += 1) {
      socket.write(frame(report(`M${count}`, { name: 'x'.repeat(20_000) })));
    }
    while (release.length < 5) await new Promise((done) => setImmediate(done));
    const other = await plain(port);
    other.socket.write(frame('nothing'));
    await other.answers(1); // another connection is heard meanwhile
    expect(release.length).toBeLessThan(20);
    const freeing = setInterval(() => release.splice(0).forEach((done) => done()), 1);
    const heard = await answers(400);
    clearInterval(freeing);
    expect(heard.map(([, id]) => id)).toEqual(Array.from({ length: 400 }, (_, count) => `M${count}`));
  });

  it('refuses a field of ten million characters and reads on', async () => {
    const { socket, answers } = await plain(await listening());
    socket.write(frame(report('M1', { name: 'x'.repeat(10_000_000) })));
    socket.write(frame(report('M2')));
    expect(await answers(2)).toEqual([
      ['AR', 'M1', '102'],
      ['AA', 'M2', ''],
    ]);
  });

  it('stays up whatever comes, and hears the next connection', async () => {
    const port = await listening({ heard: () => undefined });
    const garbage = [
      'GET / HTTP/1.1\r\n'.repeat(200),
      '\u000b',
      '\u000b\u001c',
      '\u001c\r\u000b\u001c\r',
      '\u0016\u0003\u0001',
    ];
    for (const text of garbage) {
      const { socket } = await plain(port);
      socket.write(Buffer.from(text, 'latin1'));
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
    const { socket, answers } = await plain(port);
    socket.write(frame('<script>'));
    socket.write(frame(report('M1')));
    expect((await answers(2)).map(([code]) => code)).toEqual(['AR', 'AA']);
  });

  it('closes a connection that speaks something else, that is idle, or that never ends a frame', async () => {
    const why: string[] = [];
    const port = await listening({
      limits: { idleMs: 60, stuckMs: 30 },
      heard: (what) => void (what.what === 'closed' && why.push(what.why)),
    });
    for (const [text, expected] of [
      ['GET / HTTP/1.1\r\n'.repeat(100), 'not-mllp'],
      ['', 'idle'],
      ['\u000bMSH|', 'stuck'],
    ] as const) {
      const { socket, closed } = await plain(port);
      if (text !== '') socket.write(Buffer.from(text, 'latin1'));
      await closed;
      expect(why.at(-1)).toBe(expected);
    }
  });

  it('turns away more connections than it has place for, and keeps the others', async () => {
    const why: string[] = [];
    const port = await listening({
      mostConnections: 1,
      heard: (what) => void (what.what === 'turned-away' && why.push(what.why)),
    });
    const first = await plain(port);
    const second = await plain(port);
    await second.closed;
    first.socket.write(frame(report('M1')));
    expect((await first.answers(1))[0]?.[0]).toBe('AA');
    expect(why).toEqual(['too-many']);
  });

  it('answers what it has read when it is stopped, and then lets go', async () => {
    const settle: (() => void)[] = [];
    const receive = () => new Promise<Received>((done) => settle.push(() => done({ outcome: 'stored' })));
    const server = new MllpServer({ port: 0, receive });
    const { socket, answers, closed } = await plain(await server.start());
    socket.write(frame(report('M1')));
    while (settle.length === 0) await new Promise((done) => setImmediate(done));
    const stopped = server.stop();
    settle.forEach((done) => done());
    expect(await answers(1)).toEqual([['AA', 'M1', '']]);
    await closed;
    await stopped;
  });
});

describe('an MLLP server beyond this machine', () => {
  const tls = { ...shown, ca: authority };

  it('is not started without TLS', () => {
    const receive = () => Promise.resolve({ outcome: 'stored' } as const);
    expect(() => new MllpServer({ port: 0, host: '0.0.0.0', receive })).toThrow('needs TLS');
  });

  it('hears who has a certificate of the authority, and tells which', async () => {
    const peers: unknown[] = [];
    const port = await listening({
      tls,
      host: '0.0.0.0',
      receive: (_, peer) => {
        peers.push(peer);
        return Promise.resolve({ outcome: 'stored' });
      },
    });
    const { socket, answers } = await connected(connectTls({ ...client, ca: authority, host: '127.0.0.1', port }));
    socket.write(frame(report('M1')));
    expect(await answers(1)).toEqual([['AA', 'M1', '']]);
    expect(peers).toEqual([{ address: '127.0.0.1', certificate: clientFingerprint }]);
  });

  it('does not hear a stranger, nobody without a certificate, nor who speaks without TLS', async () => {
    let received = 0;
    const port = await listening({
      tls,
      receive: () => {
        received += 1;
        return Promise.resolve({ outcome: 'stored' });
      },
    });
    const options = { ca: authority, host: '127.0.0.1', port };
    for (const socket of [connectTls({ ...options, ...stranger }), connectTls(options), connect(options)]) {
      const { closed, heard } = await connected(socket);
      socket.write(frame(report('M1')));
      await closed;
      expect(heard).toEqual([]);
    }
    expect(received).toBe(0);
  });
});
