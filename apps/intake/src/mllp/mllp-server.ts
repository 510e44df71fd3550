import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type PeerCertificate, type TLSSocket } from 'node:tls';
import { isLoopback } from '@stepway/platform';
import type { Peer, Receive } from './answer.ts';
import { Conversation, type Heard, type Limits } from './conversation.ts';

export interface MllpSettings {
  /** Loopback, where nothing is said. */
  readonly host?: string;
  readonly port: number;
  /** PEM; who connects shows a certificate that one of these authorities gave. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly ca: string };
  readonly mostConnections?: number;
  readonly limits?: Partial<Limits>;
}

export interface MllpOptions extends MllpSettings {
  readonly receive: Receive;
  readonly heard?: (what: Heard) => void;
  readonly now?: () => Date;
}

const defaults: Limits = { longestFrame: 1_048_576, mostWaiting: 64, idleMs: 600_000, stuckMs: 60_000 };

/**
 * Listens for HL7 v2 over MLLP. Whatever comes, the process stays up.
 * @throws where it would listen beyond this machine without TLS: MLLP itself protects nothing
 */
export class MllpServer {
  readonly #options: MllpOptions;
  readonly #server: Server;
  readonly #conversations = new Map<Socket, Conversation>();
  /** All that are open, also those whose handshake is not done. */
  readonly #sockets = new Set<Socket>();

  constructor(options: MllpOptions) {
    const { host = '127.0.0.1', tls, mostConnections = 64, heard = () => undefined } = options;
    if (!tls && !isLoopback(host)) throw new Error('MLLP beyond this machine needs TLS with client certificates');
    this.#options = options;
    // Who has said all closes its half, and still hears the answers.
    const server = tls
      ? createTlsServer({
          ...tls,
          ...{ requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2', handshakeTimeout: 10_000 },
          allowHalfOpen: true,
        })
      : createServer({ allowHalfOpen: true });
    server.maxConnections = mostConnections;
    server.on('error', () => heard({ what: 'turned-away', why: 'broken' })); // an accept that failed
    server.on('drop', () => heard({ what: 'turned-away', why: 'too-many' }));
    server.on('tlsClientError', () => heard({ what: 'turned-away', why: 'tls' }));
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined); // before the handshake nobody else listens
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => this.#welcome(socket));
    this.#server = server;
  }

  /** @returns the port that it listens on */
  async start(): Promise<number> {
    this.#server.listen({ host: this.#options.host ?? '127.0.0.1', port: this.#options.port });
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes no more, answers what was read, and lets go of who does not let go after a while. */
  async stop(graceMs = 5_000): Promise<void> {
    const closed = new Promise<void>((done) => void this.#server.close(() => done()));
    for (const conversation of this.#conversations.values()) void conversation.end();
    const late = setTimeout(() => this.#sockets.forEach((socket) => socket.destroy()), graceMs);
    await closed;
    clearTimeout(late);
  }

  #welcome(socket: Socket): void {
    const { receive, limits, heard = () => undefined, now = () => new Date() } = this.#options;
    socket.setNoDelay(true);
    const options = { peer: peerOf(socket), receive, limits: { ...defaults, ...limits }, now, heard };
    this.#conversations.set(socket, new Conversation(socket, options));
    socket.on('close', () => this.#conversations.delete(socket));
  }
}

function peerOf(socket: Socket): Peer {
  const shown: Partial<PeerCertificate> =
    'getPeerCertificate' in socket ? (socket as TLSSocket).getPeerCertificate() : {};
  const certificate = (shown.fingerprint256 ?? '').replaceAll(':', '').toLowerCase();
  return { address: socket.remoteAddress ?? '', ...(certificate !== '' && { certificate }) };
}
