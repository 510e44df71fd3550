import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';
import { problemOf, StepwayUnreachable } from './problems.ts';

export interface PartnerTokenOptions {
  /** Where the API is. */
  readonly address: string;
  readonly partnerId: string;
  /** The private key, whose public one is registered under the same `kid`. */
  readonly key: JWK & { readonly kid: string; readonly alg: 'ES384' | 'RS384' };
  /** What for. Default: the partner's own stream. */
  readonly scope?: string;
}

/** A token is asked for anew so long before it ends: a request on its way must not outlive it. */
const marginMs = 30_000;

/**
 * Gives the present access token of a partner, and a new one when it is about to end: client credentials with a signed
 * assertion (RFC 7523), as SMART Backend Services says. For `token` of `createClient`.
 * @throws StepwayProblem, StepwayUnreachable when asked
 */
export function partnerToken(options: PartnerTokenOptions): () => Promise<string> {
  let present: Promise<Granted> | undefined;
  return async () => {
    const known = await present?.catch(() => undefined);
    if (known === undefined || known.endsAtMs - marginMs < Date.now()) present = granted(options);
    return (await present)?.token ?? '';
  };
}

interface Granted {
  readonly token: string;
  readonly endsAtMs: number;
}

async function granted({ address, partnerId, key, scope = 'stepway/stream' }: PartnerTokenOptions): Promise<Granted> {
  const url = new URL('/fhir/token', address);
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
    .setIssuer(partnerId)
    .setSubject(partnerId)
    .setAudience(url.href)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('4m')
    .sign(await importJWK(key, key.alg));
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope,
  });
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch((cause: unknown) => {
    throw new StepwayUnreachable(cause);
  });
  if (!response.ok) throw await problemOf(response);
  const { access_token, expires_in } = (await response.json()) as { access_token: string; expires_in: number };
  return { token: access_token, endsAtMs: Date.now() + expires_in * 1_000 };
}
