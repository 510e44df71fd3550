import { createServer } from 'node:net';
import { LogUnavailable } from '../errors.ts';
import { openEventLog } from '../event-log.ts';

describe('a server that accepts connections and then says nothing', () => {
  it('is reported as unavailable, and no caller hangs on it', async () => {
    const silent = createServer((socket) => socket.resume());
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const log = openEventLog({ connectionString: `postgres://nobody@127.0.0.1:${address.port}/nothing` });
    await expect(log.readStream('e1')).rejects.toThrow(LogUnavailable);
    await log.close();
    await new Promise((closed) => silent.close(closed));
  }, 20_000);
});
