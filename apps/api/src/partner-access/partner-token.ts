import type { CallingActor } from '../auth/caller.ts';
import type { Keys } from '@stepway/platform';
import { importJWK, SignJWT } from 'jose';

/** A token holds so long; a partner gets another by its signature. */
export const partnerTokenSeconds = 300;

/** As what the trail names a partner: of its own space, as no role of the house and no person has it. */
export const partnerActor = (partnerId: string): CallingActor => ({
  id: `partner.${partnerId}`,
  kind: 'system',
  role: 'partner',
});

export interface PartnerTokens {
  /** A bearer token of this deployment for a partner. It has no role. */
  sign(partnerId: string, scopes: readonly string[]): Promise<string>;
}

export function createPartnerTokens({ jwt }: Pick<Keys, 'jwt'>, issuer: string, now: () => Date): PartnerTokens {
  const key = importJWK(jwt.privateJwk, 'ES256');
  return {
    sign: async (partnerId, scopes) => {
      const seconds = Math.floor(now().getTime() / 1_000);
      return new SignJWT({ partner: partnerId, scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'ES256', kid: jwt.kid })
        .setIssuer(issuer)
        .setAudience('stepway')
        .setSubject(partnerActor(partnerId).id)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + partnerTokenSeconds)
        .sign(await key);
    },
  };
}
