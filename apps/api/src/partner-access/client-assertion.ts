import { hash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import type { PartnerClients } from './partner-clients.ts';

/** What a partner may sign with: those that SMART Backend Services asks servers for. */
export const assertionAlgorithms = ['RS384', 'ES384'] as const;
const longestMs = 5 * 60_000;
/** Clocks of two houses differ. */
const toleranceMs = 5_000;

const Claims = z.object({ jti: z.string().min(8).max(256), exp: z.number() });

export interface Assertion {
  /** As it came. */
  readonly assertion: unknown;
  /** Ours, as the assertion has to name it. */
  readonly audience: string;
  readonly now: Date;
}

/**
 * The partner whose key signed a client assertion (RFC 7523; SMART App Launch 2, Backend Services): issuer and subject
 * are its id, the audience is our token endpoint, it ends within five minutes, and it was never used before. Undefined
 * where anything is otherwise: what, helps only those who forge one.
 */
export async function partnerOfAssertion(
  clients: PartnerClients,
  { assertion, audience, now }: Assertion,
): Promise<string | undefined> {
  if (typeof assertion !== 'string' || assertion.length > 8_192) return undefined;
  const said = issuerOf(assertion);
  const keys = said && (await clients.keysOf(said.named));
  // Keys are those of the registration: no other address in a header is ever asked for them.
  if (!said || !keys || (said.jku !== undefined && said.jku !== keys.jwksUri)) return undefined;
  const { named } = said;
  try {
    const { payload } = await jwtVerify(assertion, keys.find, {
      ...{ issuer: named, subject: named, audience, currentDate: now, clockTolerance: toleranceMs / 1_000 },
      ...{ algorithms: [...assertionAlgorithms], requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti'] },
    });
    const { jti, exp } = Claims.parse(payload);
    const endsAt = exp * 1_000 + toleranceMs;
    if (endsAt > now.getTime() + longestMs + 2 * toleranceMs) return undefined;
    const isNew = await clients.useOnce(hash('sha256', `${named}\n${jti}`, 'buffer'), new Date(endsAt), now);
    return isNew ? named : undefined;
  } catch (error) {
    if (isJose(error) || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

/** Read before anything is believed, to know whose keys are asked. */
function issuerOf(assertion: string): { readonly named: string; readonly jku: unknown } | undefined {
  try {
    const { kid, jku } = decodeProtectedHeader(assertion);
    const { iss } = decodeJwt(assertion);
    return typeof kid === 'string' && typeof iss === 'string' ? { named: iss, jku } : undefined;
  } catch {
    return undefined;
  }
}

const isJose = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_J');
