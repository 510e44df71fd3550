import type { Role } from '@stepway/pathway';
import type { Keys } from '@stepway/platform';
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
