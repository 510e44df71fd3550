import { isIP } from 'node:net';
import { insideAddress, isLoopbackAddress } from './inside-address.ts';

/** Where a message may go, besides https to the ports of the public Internet. */
export interface Reach {
  /** Ports of receivers. */
  readonly ports: readonly number[];
  /** On a development stack, where it was asked for: http and https to this machine itself, at any port. */
  readonly loopback: boolean;
}

export const publicReach: Reach = { ports: [443, 8443, 9443], loopback: false };

/** An address that is never connected to, with a code of why. It names neither host nor address: answers are shown. */
export class TargetRefused extends Error {
  readonly code = 'TARGET_REFUSED';
  readonly why: string;
  constructor(why: string) {
    super(`The receiver's address is refused: ${why}`);
    this.name = 'TargetRefused';
    this.why = why;
  }
}

/** One receiver, at the one address that may be connected to. */
export interface Target {
  readonly url: URL;
  readonly address: string;
}

/** Addresses of a name. Asked once for each attempt: what it says is what is connected to. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/**
 * Judges where a URL leads, and pins it. Every address of the name has to be public: one inside among them is how a
 * name is made to lead inside at the second look.
 * @throws TargetRefused; what `resolve` throws
 */
export async function findTarget(href: string, reach: Reach, resolve: Resolve): Promise<Target> {
  const url = URL.parse(href);
  if (url === null) throw new TargetRefused('no-url');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && reach.loopback)) throw new TargetRefused('not-https');
  if (url.username !== '' || url.password !== '') throw new TargetRefused('credentials');
  const hostname = bare(url.hostname);
  const addresses = isIP(hostname) === 0 ? await resolve(hostname) : [hostname];
  const [address] = addresses;
  if (address === undefined) throw new TargetRefused('no-address');
  if (reach.loopback && addresses.every(isLoopbackAddress)) return { url, address };
  if (url.protocol !== 'https:') throw new TargetRefused('not-https');
  if (!reach.ports.includes(Number(url.port || 443))) throw new TargetRefused('port');
  for (const each of addresses) {
    const inside = insideAddress(each);
    if (inside !== undefined) throw new TargetRefused(`inside:${inside}`);
  }
  return { url, address };
}

/** Whether a socket ended where it may: asked again when it is connected. */
export const mayReach = (address: string | undefined, reach: Reach): boolean =>
  address !== undefined && (insideAddress(address) === undefined || (reach.loopback && isLoopbackAddress(address)));

/** IPv6 stands in brackets in a URL. */
const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
