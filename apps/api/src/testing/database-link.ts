import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** The network between the API and its database, for a spec to break. */
export interface DatabaseLink {
  /** The database's address through the link. */
  readonly url: string;
  /** Nothing listens any more, and what was open is gone: the server has stopped. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** The next request that contains this text reaches the database; then the line is cut before its reply. */
  cutReplyTo(text: string): void;
  close(): Promise<void>;
}

export async function linkTo(databaseUrl: string): Promise<DatabaseLink> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let cutAt: string | undefined;

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let deaf = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined); // the other end tells
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        // What was sent must still arrive: only the way back is cut.
        far.end();
      });
    }
    near.on('data', (data) => {
      if (cutAt !== undefined && data.includes(cutAt)) {
        cutAt = undefined;
        deaf = true;
      }
      far.write(data);
    });
    far.on('data', (data) => (deaf ? near.destroy() : near.write(data)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The link has no port');
  const { port } = address;
  const url = new URL(databaseUrl);
  url.port = String(port);

  const down = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    url: url.href,
    down,
    up: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    cutReplyTo: (text) => {
      cutAt = text;
    },
    close: down,
  };
}
