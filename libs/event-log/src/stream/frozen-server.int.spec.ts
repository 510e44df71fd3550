import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freshDatabase } from '@stepway/test-support';
import { openEventLog, type EventLog } from '../event-log.ts';

const sockets = new Set<Socket>();
let line: Server;
let log: EventLog;

beforeAll(async () => {
  const database = new URL((await freshDatabase()).url);
  line = createServer((near) => {
    const far = connect(Number(database.port), database.hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined); // the other end tells
    }
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const address = line.address();
  database.port = String(typeof address === 'object' ? address?.port : '');
  log = openEventLog({ connectionString: database.href, statementTimeoutMs: 100 });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await log.close();
  line.close();
});

describe('a server that neither answers nor goes away', () => {
  it('is said to be out of reach after a while, and is asked again once it answers', async () => {
    expect(await log.lastPosition()).toBe(0n);
    for (const socket of sockets) socket.unpipe();
    await expect(log.lastPosition()).rejects.toMatchObject({ code: 'LogUnavailable' });
    expect(await log.lastPosition()).toBe(0n); // on a new connection
  });
});
