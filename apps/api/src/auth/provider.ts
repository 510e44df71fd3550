import { readFileSync } from 'node:fs';
import type { SignInProvider } from '@stepway/platform';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import type { Attempt } from './attempts.ts';
import { claimAt, type Claims } from './who-came.ts';

/** The sign-in provider, as OpenID Connect has it: authorization code with PKCE, state and nonce. */
export interface Provider {
  /** The address of the provider where somebody signs in, and what the browser keeps meanwhile. */
  begin(redirectUri: string, returnTo: string): Promise<{ readonly url: string; readonly attempt: Attempt }>;
  /** Who came back, from the address at which they did. Rejects if that is not the end of this attempt. */
  finish(cameBackAt: URL, attempt: Attempt): Promise<Claims>;
  /** Where the provider's own session is ended; undefined if it has no way, or does not answer. */
  endSessionUrl(returnTo: string): Promise<string | undefined>;
}

const answersWithinSeconds = 5;

/** Asks the provider what it is at the first sign-in, not at the start: it may be away then. */
export function createProvider(settings: SignInProvider): Provider {
  let asked: Promise<Configuration> | undefined;
  const provider = (): Promise<Configuration> => {
    asked ??= discover(settings).catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
  const { subjectClaim, claims: named } = settings;
  // Without the claim of programmes nobody is limited to any, so that it may not be overlooked where it stands elsewhere.
  const wanted = [subjectClaim, ...Object.values(named ?? {})];

  return {
    begin: async (redirectUri, returnTo) => {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: settings.scope,
        ...{ state, nonce },
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, attempt: { state, nonce, verifier, returnTo } };
    },
    finish: async (cameBackAt, { state, nonce, verifier }) => {
      const configuration = await provider();
      const tokens = await authorizationCodeGrant(configuration, cameBackAt, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider gave no ID token');
      const isComplete = wanted.every((name) => claimAt(claims, name) !== undefined);
      if (isComplete || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
      return { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
    },
    endSessionUrl: async (returnTo) => {
      const configuration = await provider().catch(() => undefined);
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

function discover({ issuer, clientId, clientSecretFile }: SignInProvider): Promise<Configuration> {
  const secret = clientSecretFile === undefined ? undefined : readFileSync(clientSecretFile, 'utf8').trim();
  // The configuration lets plain http through on this machine alone.
  const insecure = new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(new URL(issuer), clientId, undefined, secret === undefined ? None() : ClientSecretBasic(secret), {
    execute: [enableNonRepudiationChecks, ...insecure],
    timeout: answersWithinSeconds,
  });
}
