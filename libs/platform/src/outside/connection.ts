import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { buildConnector, Client } from 'undici';
import { findTarget, mayReach, TargetRefused, type Reach, type Resolve, type Target } from './target.ts';

export interface OutsideOptions {
  readonly reach: Reach;
  /** Default: the system's resolver, all addresses. */
  readonly resolve?: Resolve;
  /** Whom to believe beside the usual authorities. */
  readonly tls?: Pick<SecureContextOptions, 'ca'>;
  /** The whole of it, from the name to the answer, in milliseconds. */
  readonly limitMs: number;
}

const headerBytes = 16_384;

/**
 * Connects to whom somebody else named, at the one address that was judged (`findTarget`), does the work, and lets go.
 * Follows no redirect and no proxy of the environment.
 * @throws TargetRefused where nothing may be sent; what the network throws
 */
export async function reachOutside<T>(
  href: string,
  { reach, resolve = systemResolve, tls, limitMs }: OutsideOptions,
  work: (connection: { readonly client: Client; readonly path: string; readonly signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(limitMs);
  let client: Client | undefined;
  try {
    const target = await inTime(findTarget(href, reach, resolve), signal);
    client = clientOf(target, { reach, ...(tls && { tls }), limitMs });
    const { pathname, search } = target.url;
    return await work({ client, path: pathname + search, signal });
  } catch (error) {
    if (error instanceof TargetRefused || !signal.aborted) throw error;
    throw new TooSlow(error);
  } finally {
    await client?.destroy();
  }
}

/** It took longer than it may. */
export class TooSlow extends Error {
  readonly code = 'TOO_SLOW';
  constructor(cause: unknown) {
    super('No whole answer came in time', { cause });
    this.name = 'TooSlow';
  }
}

/** A connection of its own, to the pinned address, by the name's certificate. */
function clientOf(
  { url, address }: Target,
  { reach, tls, limitMs }: Pick<OutsideOptions, 'reach' | 'tls' | 'limitMs'>,
): Client {
  const connect = buildConnector({ ...tls, timeout: limitMs, allowH2: false, maxCachedSessions: 0 });
  const servername = isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 ? url.hostname : undefined;
  return new Client(url.origin, {
    ...{ allowH2: false, pipelining: 1, maxHeaderSize: headerBytes, headersTimeout: limitMs, bodyTimeout: limitMs },
    connect: (connection, done) => {
      connect(
        { ...connection, hostname: address, ...(servername !== undefined && { servername }) },
        (...[error, socket]) => {
          if (error !== null) return done(error, null);
          if (mayReach(socket.remoteAddress, reach)) return done(null, socket);
          socket.destroy();
          done(new TargetRefused('inside:connected'), null);
        },
      );
    },
  });
}

const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** A resolver cannot be told to stop; its answer is not waited for. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true });
  return Promise.race([work, promise]);
}
