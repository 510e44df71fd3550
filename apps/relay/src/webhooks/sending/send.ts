import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { buildConnector, Client } from 'undici';
import { retryAfterMs } from './retry-after.ts';
import { findTarget, mayReach, TargetRefused, type Reach, type Resolve, type Target } from './target.ts';

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of one attempt. `why` is a code; nothing that the receiver said is kept. */
export type Attempt =
  | { readonly outcome: 'answered'; readonly status: number; readonly retryAfterMs?: number }
  /** Nothing was sent: its address is not one that we connect to. */
  | { readonly outcome: 'refused'; readonly why: string }
  /** No answer: perhaps it heard, perhaps not. */
  | { readonly outcome: 'unanswered'; readonly why: string };

export interface SenderOptions {
  readonly reach: Reach;
  /** Default: the system's resolver, all addresses. */
  readonly resolve?: Resolve;
  /** Whom to believe beside the usual authorities. */
  readonly tls?: Pick<SecureContextOptions, 'ca'>;
  /** Whole attempt, from the name to the answer. Default 15 s (Standard Webhooks: 15 to 30). */
  readonly limitMs?: number;
  readonly now?: () => Date;
}

export type Send = (message: Message) => Promise<Attempt>;

/** Most of what we listen to: an answer's body says nothing to us. */
const answerBytes = 16_384;
const headerBytes = 16_384;
/** Longest that a body is heard out for courtesy. */
const restMs = 1_000;

/** Posts to receivers outside, and to nothing else: see `findTarget`. Follows no redirect, reads no body. */
export function createSender({
  resolve = systemResolve,
  limitMs = 15_000,
  now = () => new Date(),
  ...options
}: SenderOptions): Send {
  return async ({ url, headers, body }) => {
    const signal = AbortSignal.timeout(limitMs);
    let client: Client | undefined;
    try {
      const target = await inTime(findTarget(url, options.reach, resolve), signal);
      client = clientOf(target, options, limitMs);
      const { pathname, search } = target.url;
      const answer = await client.request({ method: 'POST', path: pathname + search, headers, body, signal });
      // A short answer is heard out, so that the receiver sees no broken connection.
      await answer.body.dump({ limit: answerBytes, signal: AbortSignal.timeout(restMs) }).catch(() => {});
      const retryAfter = retryAfterMs(answer.headers['retry-after'], now());
      const { statusCode: status } = answer;
      return { outcome: 'answered', status, ...(retryAfter !== undefined && { retryAfterMs: retryAfter }) };
    } catch (error) {
      if (error instanceof TargetRefused) return { outcome: 'refused', why: error.why };
      return { outcome: 'unanswered', why: signal.aborted ? 'too-slow' : codeOf(error) };
    } finally {
      await client?.destroy();
    }
  };
}

/** A connection of its own, to the pinned address, by the name's certificate. */
function clientOf(
  { url, address }: Target,
  { reach, tls }: Pick<SenderOptions, 'reach' | 'tls'>,
  limitMs: number,
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

/** The code of a failure of the network, in small letters; none of its words, which may name addresses. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)
    ? code.toLowerCase().replaceAll('_', '-')
    : 'unknown';
}
