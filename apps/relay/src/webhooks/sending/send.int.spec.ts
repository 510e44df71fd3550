import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { publicReach } from '@stepway/platform';
import { insideAddresses, insideHosts } from '@stepway/test-support';
import { certificate } from '../../testing/certificate.ts';
import { startReceiver, status, type Receiver } from '../../testing/receiver.ts';
import { createSender, type SenderOptions } from './send.ts';

const tls = { ca: certificate.cert };
const here = { ports: [], loopback: true };
const message = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{}' });

const open: Receiver[] = [];
async function receiver(options?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const started = await startReceiver(options);
  open.push(started);
  return started;
}
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

/** How many sockets of clients were opened meanwhile, wherever they led. */
async function socketsOf(work: () => Promise<void>): Promise<number> {
  let sockets = 0;
  const count = (): void => void (sockets += 1);
  subscribe('net.client.socket', count);
  await work();
  unsubscribe('net.client.socket', count);
  return sockets;
}

describe('a receiver inside', () => {
  it(`gets no packet, however it is written (${insideHosts.length} spellings)`, async () => {
    const trap = await receiver({ host: '::' });
    const send = createSender({ reach: { ports: [trap.port], loopback: false } });
    const passed: string[] = [];
    const sockets = await socketsOf(async () => {
      for (const host of [...insideHosts, 'localhost', 'LOCALHOST'])
        for (const scheme of ['https', 'http']) {
          const attempt = await send(message(`${scheme}://${host}:${trap.port}/hook`));
          if (attempt.outcome !== 'refused') passed.push(`${scheme}://${host}`);
        }
    });
    expect({ passed, sockets, connections: trap.connections() }).toEqual({ passed: [], sockets: 0, connections: 0 });
    expect(insideHosts.length).toBeGreaterThan(600);
  });

  it('gets no packet, whatever address a name has, alone or beside a public one', async () => {
    const passed: string[] = [];
    const sockets = await socketsOf(async () => {
      for (const address of insideAddresses)
        for (const addresses of [[address], [address, '93.184.216.34'], ['93.184.216.34', address]]) {
          const send = createSender({ reach: publicReach, resolve: async () => addresses });
          if ((await send(message('https://receiver.example/hook'))).outcome !== 'refused') passed.push(address);
        }
    });
    expect({ passed, sockets }).toEqual({ passed: [], sockets: 0 });
  });

  it('gets no packet from a name that leads there at the second look: it is asked once, and kept to', async () => {
    const trap = await receiver();
    const other = await receiver({ host: '127.0.0.2' });
    const answers = ['127.0.0.2', '127.0.0.1'];
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [answers.shift() ?? '127.0.0.1'];
    };
    const send = createSender({ reach: here, resolve });
    const attempt = await send(message(`http://receiver.example:${other.port}/hook`));
    expect({ attempt, asked, trap: trap.connections(), heard: other.received.length }).toEqual({
      attempt: { outcome: 'answered', status: 204 },
      asked: ['receiver.example'],
      trap: 0,
      heard: 1,
    });
  });

  it.each([301, 302, 303, 307, 308])('is not reached by a redirect (%d)', async (code) => {
    const trap = await receiver();
    const outside = await receiver();
    outside.answer(status(code, { location: trap.url }));
    expect(await createSender({ reach: here })(message(outside.url))).toEqual({ outcome: 'answered', status: code });
    expect(trap.connections()).toBe(0);
  });
});

describe('a URL', () => {
  const refused = async (url: string, options: Partial<SenderOptions> = {}) => {
    const send = createSender({ reach: publicReach, resolve: async () => ['93.184.216.34'], ...options });
    return send(message(url));
  };
  it.each([
    ['not a url', 'no-url'],
    ['ftp://receiver.example', 'not-https'],
    ['http://receiver.example', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['https://a:b@receiver.example', 'credentials'],
    ['https://receiver.example:22', 'port'],
    ['https://receiver.example:5432', 'port'],
    ['https://receiver.example:80', 'port'],
  ])('%s is refused', async (url, why) => expect(await refused(url)).toEqual({ outcome: 'refused', why }));

  it('of plain http to elsewhere is refused on a development stack, too', async () => {
    expect(await refused('http://receiver.example', { reach: here })).toEqual({ outcome: 'refused', why: 'not-https' });
    expect(await refused('http://10.0.0.1', { reach: here })).toEqual({ outcome: 'refused', why: 'not-https' });
  });

  it('whose name has no address is unanswered, and says so by a code', async () => {
    const resolve = async () => Promise.reject(Object.assign(new Error('secret.example'), { code: 'ENOTFOUND' }));
    expect(await refused('https://secret.example', { resolve })).toEqual({ outcome: 'unanswered', why: 'enotfound' });
  });
});

describe('a receiver', () => {
  it('is spoken to by TLS, and only with a certificate of its name', async () => {
    const secure = await receiver({ tls: true });
    const resolve = async () => ['127.0.0.1'];
    const send = createSender({ reach: here, resolve, tls });
    const of = (host: string) => message(`https://${host}:${secure.port}/hook?a=1`);
    expect(await send(of('receiver.example'))).toEqual({ outcome: 'answered', status: 204 });
    expect(await send(of('127.0.0.1'))).toEqual({ outcome: 'answered', status: 204 });
    expect(await send(of('other.example'))).toMatchObject({ why: 'err-tls-cert-altname-invalid' });
    expect(await createSender({ reach: here, resolve })(of('receiver.example'))).toMatchObject({
      outcome: 'unanswered',
    });
    expect(secure.received.map(({ path, body }) => [path, body])).toEqual([
      ['/hook?a=1', '{}'],
      ['/hook?a=1', '{}'],
    ]);
  });

  it('that asks for time is heard', async () => {
    const busy = await receiver();
    busy.answer(status(503, { 'retry-after': '30' }));
    const attempt = await createSender({ reach: here })(message(busy.url));
    expect(attempt).toEqual({ outcome: 'answered', status: 503, retryAfterMs: 30_000 });
  });

  it('that never answers is left after the limit', async () => {
    const silent = await receiver();
    silent.answer(() => {});
    const attempt = await createSender({ reach: here, limitMs: 150 })(message(silent.url));
    expect(attempt).toEqual({ outcome: 'unanswered', why: 'too-slow' });
  });

  it('whose name is looked up for ever is left after the limit', async () => {
    const send = createSender({ reach: publicReach, limitMs: 100, resolve: () => new Promise(() => {}) });
    expect(await send(message('https://receiver.example'))).toEqual({ outcome: 'unanswered', why: 'too-slow' });
  });

  it('that hangs up is unanswered', async () => {
    const rude = await receiver();
    rude.answer((response) => void response.socket?.destroy());
    expect(await createSender({ reach: here })(message(rude.url))).toMatchObject({ outcome: 'unanswered' });
  });

  it('that floods us with its answer has taken the message; we hear no more than 16 kB of it', async () => {
    const loud = await receiver();
    const written = Promise.withResolvers<number>();
    loud.answer((response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536, 'x');
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour).on('close', () => written.resolve(response.socket?.bytesWritten ?? 0));
      pour();
    });
    expect(await createSender({ reach: here })(message(loud.url))).toEqual({ outcome: 'answered', status: 200 });
    expect(await written.promise).toBeLessThan(32_000_000);
  });

  it('that floods us with headers is unanswered', async () => {
    const loud = await receiver();
    loud.answer((response) => {
      response.socket?.write(`HTTP/1.1 200 OK\r\n${'x: '.padEnd(1_000, 'y').concat('\r\n').repeat(100)}\r\n`);
    });
    expect(await createSender({ reach: here })(message(loud.url))).toEqual({
      outcome: 'unanswered',
      why: 'und-err-headers-overflow',
    });
  });

  it('that dribbles its answer has taken the message, and does not hold us', async () => {
    const slow = await receiver();
    slow.answer((response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    });
    const before = performance.now();
    expect(await createSender({ reach: here })(message(slow.url))).toEqual({ outcome: 'answered', status: 200 });
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
