import { randomUUID } from 'node:crypto';
import type { Partner } from '@stepway/contracts';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Answered, RunningApi } from './running-api.ts';

type Keys = NonNullable<Partner['jwks']>['keys'];
export type Signer = Awaited<ReturnType<typeof signer>>;

/** A pair of keys as a partner has one. */
export async function signer(alg: 'RS384' | 'ES384' = 'ES384', kid: string = randomUUID()) {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  return { alg, kid, privateKey, key: { ...(await exportJWK(publicKey)), kid } as Keys[number] };
}

export const partnerOf = (partnerId: string, more: Partial<Partner> = {}): Partner => ({
  ...{ partnerId, title: 'Harbour House', active: true, purpose: 'housing' },
  recipient: { recipientId: 'harbour-house', classes: ['housing-provider'] },
  eventTypes: ['EpisodeOpened', 'Admitted', 'SessionRecorded'],
  ...more,
});

export interface AssertionOptions {
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string;
  readonly jti?: string;
  readonly expiresInSeconds?: number;
  readonly header?: object;
}

export const assertion = (
  api: Pick<RunningApi, 'url'>,
  partnerId: string,
  { alg, kid, privateKey }: Signer,
  options: AssertionOptions = {},
): Promise<string> =>
  new SignJWT({ jti: options.jti ?? randomUUID() })
    .setProtectedHeader({ alg, kid, typ: 'JWT', ...options.header })
    .setIssuer(options.iss ?? partnerId)
    .setSubject(options.sub ?? options.iss ?? partnerId)
    .setAudience(options.aud ?? `${api.url.replace('[::1]', '127.0.0.1')}/fhir/token`)
    .setExpirationTime(Math.floor(Date.now() / 1_000) + (options.expiresInSeconds ?? 240))
    .sign(privateKey);

/** A request for a token, as SMART Backend Services asks for it. */
export function askToken(api: Pick<RunningApi, 'send'>, form: Readonly<Record<string, string>>): Promise<Answered> {
  return api.send('POST', '/fhir/token', {
    authorization: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      scope: 'system/*.rs stepway/stream',
      ...form,
    }).toString(),
  });
}
