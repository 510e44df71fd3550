import { PartnerKey } from '@stepway/contracts';
import { fetchDocument, publicReach, type Logger, type OutsideOptions } from '@stepway/platform';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** A set of keys is some kilobytes. */
const mostBytes = 65_536;
const mostKeys = 20;
const limitMs = 5_000;
/** What was fetched holds so long; a key that is not among it is looked for again no sooner than after `againMs`. */
const heldMs = 10 * 60_000;
/** Nor is an address that did not answer asked again: whoever sends us forged assertions must not have us call it each time. */
const againMs = 30_000;

const Document = z.object({ keys: z.array(z.looseObject({})).max(500) });

export interface RemoteKeysOptions extends Pick<OutsideOptions, 'resolve' | 'tls'> {
  /** On a development stack, where it was asked for: keys from this machine itself, by http too. */
  readonly loopback: boolean;
  readonly logger: Pick<Logger, 'warn'>;
}

/** The keys that a partner publishes itself, by the address that it was registered with. */
export type RemoteKeys = (partnerId: string, jwksUri: string) => JWTVerifyGetKey;

/**
 * Fetches the published keys of partners, at addresses of the public Internet alone (as webhooks are sent), and holds
 * them for some minutes. Of what is published only keys count that might be registered as well.
 */
export function createRemoteKeys({ loopback, logger, ...outside }: RemoteKeysOptions): RemoteKeys {
  const known = new Map<string, { readonly jwksUri: string; readonly keys: JWTVerifyGetKey }>();
  return (partnerId, jwksUri) => {
    const held = known.get(partnerId);
    if (held?.jwksUri === jwksUri) return held.keys;
    let askedInVain = -Infinity;
    const fetchKeys = async (): Promise<Response> => {
      if (performance.now() - askedInVain < againMs) return unavailable();
      try {
        const reach = { ...publicReach, loopback };
        const accept = 'application/jwk-set+json, application/json';
        return Response.json(usable(await fetchDocument(jwksUri, { ...outside, reach, limitMs, mostBytes, accept })));
      } catch (error) {
        askedInVain = performance.now();
        logger.warn({ err: error, partner: partnerId }, 'the keys of a partner cannot be fetched');
        return unavailable();
      }
    };
    const options = { cacheMaxAge: heldMs, cooldownDuration: againMs, timeoutDuration: 2 * limitMs };
    const keys = createRemoteJWKSet(new URL(jwksUri), { ...options, [customFetch]: fetchKeys });
    known.set(partnerId, { jwksUri, keys });
    return keys;
  };
}

/** Public keys for what we take signatures by; whatever else is published with them is left out. */
function usable(text: string): object {
  const { keys } = Document.parse(JSON.parse(text));
  const known = keys.flatMap(({ kid, kty, use, alg, n, e, crv, x, y }) => {
    const said = { kid, kty, use, alg, n, e, crv, x, y };
    const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const key = PartnerKey.safeParse(named);
    return key.success ? [key.data] : [];
  });
  return { keys: known.slice(0, mostKeys) };
}

const unavailable = (): Response => new Response(null, { status: 502 });
