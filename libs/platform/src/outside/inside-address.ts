import { networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Services of a cloud that answer at a public address to the machines inside only: Azure's wire server. */
const insideThoughPublic = new Set(['168.63.129.16']);

/**
 * Why an address is none of the public Internet; undefined if it is one. What is not known to be public is inside:
 * private, loopback, link-local (the metadata of clouds), shared (CGNAT), unique local, multicast, unspecified,
 * reserved, and every form of IPv6 that carries an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo, ISATAP), as
 * is each address of this machine itself.
 * @param address as a resolver or a socket gives it
 */
export function insideAddress(address: string): string | undefined {
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return 'no-address';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') return range;
  if (parsed instanceof ipaddr.IPv6 && !isGlobal(parsed)) return 'not-global';
  const text = parsed.toString();
  if (insideThoughPublic.has(text)) return 'metadata';
  return ownAddresses().has(text) ? 'this-machine' : undefined;
}

/** Whether it is of this machine alone, 127.0.0.0/8 or ::1. */
export const isLoopbackAddress = (address: string): boolean =>
  isIP(address) !== 0 && ipaddr.parse(address).range() === 'loopback';

/** In 2000::/3, the only block that is given out (RFC 4291 §2.4), and no ISATAP (RFC 5214 §6.1), which carries IPv4. */
function isGlobal({ parts }: ipaddr.IPv6): boolean {
  const [first = 0, , , , fifth = 0, sixth = 0] = parts;
  const isIsatap = sixth === 0x5efe && (fifth === 0 || fifth === 0x0200);
  return first >> 13 === 1 && !isIsatap;
}

const ownAddresses = (): ReadonlySet<string> =>
  new Set(
    Object.values(networkInterfaces()).flatMap((addresses = []) =>
      addresses.map(({ address }) => ipaddr.parse(address).toString()),
    ),
  );
