import type { Role } from '@stepway/pathway';
import { isLoopback, type Configuration, type Keys } from '@stepway/platform';
import { importJWK, SignJWT } from 'jose';

interface TokenOptions {
  readonly issuer: string;
  readonly role: Role;
  readonly hours: number;
  /** Only with the people of these sites; left out = with all. */
  readonly site?: readonly string[] | undefined;
  /** Left out = an id of the role's own. */
  readonly subject?: string | undefined;
}

/** So long as one that a partner gets by its own signature. */
const partnerMinutes = 5;

/** A bearer token of this deployment as a partner gets it, for development. It has no role. */
export async function signPartnerToken(
  { jwt }: Pick<Keys, 'jwt'>,
  { issuer, partner, scope }: { readonly issuer: string; readonly partner: string; readonly scope: readonly string[] },
): Promise<string> {
  const key = await importJWK(jwt.privateJwk, 'ES256');
  return new SignJWT({ partner, scope: scope.join(' ') })
    .setProtectedHeader({ alg: 'ES256', kid: jwt.kid })
    .setIssuer(issuer)
    .setAudience('stepway')
    .setSubject(`partner.${partner}`)
    .setIssuedAt()
    .setExpirationTime(`${partnerMinutes}m`)
    .sign(key);
}

/** A bearer token of this deployment for development: the role acts under an id of its own, or under this. */
export async function signToken(
  { jwt }: Pick<Keys, 'jwt'>,
  { issuer, role, hours, site, subject = `demo-${role}` }: TokenOptions,
): Promise<string> {
  const key = await importJWK(jwt.privateJwk, 'ES256');
  return new SignJWT({ role, ...(site && { sites: site }) })
    .setProtectedHeader({ alg: 'ES256', kid: jwt.kid })
    .setIssuer(issuer)
    .setAudience('stepway')
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(key);
}

/** Elsewhere a partner gets its tokens by its own signature only. */
class NotLocal extends Error {
  readonly code = 'NOT_LOCAL';
}

/** @throws NotLocal where the stack is not of this machine only */
export function mustBeLocal({ databaseUrl, publicUrl }: Pick<Configuration, 'databaseUrl' | 'publicUrl'>): void {
  const hosts = [databaseUrl, ...(publicUrl === undefined ? [] : [publicUrl])].map((url) => new URL(url).hostname);
  if (!hosts.every((host) => isLoopback(host.replaceAll(/[[\]]/g, ''))))
    throw new NotLocal('Tokens of partners are given here only on a stack of this machine; see POST /fhir/token');
}
