import { roles, type Actor } from '@stepway/pathway';
import type { Keys } from '@stepway/platform';
import { importJWK, jwtVerify, type CryptoKey } from 'jose';
import { PartnerId } from '@stepway/contracts';
import { z } from 'zod';
import { notSignedIn } from '../http/problem.ts';
import { partnerActor } from '../partner-access/partner-token.ts';
import type { Caller } from './caller.ts';

/** A token is signed by this deployment for a program: without `sites` and `programmes` it is for all of them. */
const Claims = z.object({
  sub: z.string().min(1).max(128),
  role: z.enum(roles),
  exp: z.number(),
  sites: z.array(z.string()).optional(),
  programmes: z.array(z.string()).optional(),
  partner: z.undefined().optional(),
});

/** What is given to an integration partner has no role: who has both is neither. */
const PartnerClaims = z.object({
  partner: PartnerId,
  scope: z.string(),
  exp: z.number(),
  role: z.undefined().optional(),
});

/** Whom a token must be meant for. */
const audience = 'stepway';

/** Tokens seen and found right: a signature costs more than a command. */
const cached = 2_000;

export interface Tokens {
  /** @throws ProblemError 401 */
  verify(token: string): Caller | Promise<Caller>;
}

/** Verifies bearer tokens: ES256, our issuer, meant for us, not expired, a subject and a role of ours. */
export function createTokens(keys: Pick<Keys, 'jwt'>, issuer: string, now: () => Date): Tokens {
  const key = importJWK(keys.jwt.publicJwk, 'ES256');
  const known = new Map<string, Caller>();

  const verifyAnew = async (token: string): Promise<Caller> => {
    const claims = await claimsOf(token, await key, issuer, now());
    const caller = callerOf(claims);
    const [oldest] = known.size >= cached ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(token, caller);
    return caller;
  };

  return {
    verify: (token) => {
      const caller = known.get(token);
      if (caller === undefined) return verifyAnew(token);
      if (caller.expiresAt > now().getTime()) return caller;
      known.delete(token);
      throw notSignedIn('The token has expired');
    },
  };
}

async function claimsOf(token: string, key: CryptoKey | Uint8Array, issuer: string, currentDate: Date) {
  try {
    const options = { issuer, audience, algorithms: ['ES256'], currentDate, requiredClaims: ['exp', 'sub'] };
    return z.union([Claims, PartnerClaims]).parse((await jwtVerify(token, key, options)).payload);
  } catch {
    // Why a token is refused helps only those who forge one.
    throw notSignedIn('The token is not valid here');
  }
}

function callerOf(claims: z.output<typeof Claims> | z.output<typeof PartnerClaims>): Caller {
  const expiresAt = claims.exp * 1_000;
  if (claims.role === undefined) {
    const { partner: partnerId, scope } = claims;
    return { actor: partnerActor(partnerId), partnerId, scopes: scope.split(' '), scope: {}, grants: [], expiresAt };
  }
  const { sites, programmes } = claims;
  const scope = { ...(sites && { sites }), ...(programmes && { programmes }) };
  return { actor: actorOf(claims), scope, grants: [], expiresAt };
}

const actorOf = ({ sub, role }: z.output<typeof Claims>): Actor => ({
  id: sub,
  kind: role === 'system' ? 'system' : 'person',
  role,
});
