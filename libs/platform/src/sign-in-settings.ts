import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The OpenID Connect provider by which people sign in. */
export interface SignInProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Left out for a public client: PKCE alone binds the answer to us. */
  readonly clientSecretFile?: string;
  readonly scope: string;
  /** The claim by which the directory knows the person. */
  readonly subjectClaim: string;
  /** Where the provider says what somebody may be, and where. Left out: the directory says it. */
  readonly claims?: {
    readonly role: string;
    readonly sites: string;
    readonly programmes?: string;
    readonly name: string;
  };
}

/** A provider that is not on this machine is spoken to by https only. */
const issuer = z.url({ protocol: /^https?$/, error: 'expected https://…' }).refine(
  (text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  },
  { error: 'expected https://…; plain http only on this machine' },
);
/** A name, or a path as in `realm_access.roles`. */
const claim = z.string().regex(/^[\w:/.-]{1,200}$/, 'expected the name of a claim');

export const signInShape = {
  STEPWAY_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected https://…' })
    .refine((text) => new URL(text).pathname === '/', 'expected an address without a path')
    .optional(),
  STEPWAY_OIDC_ISSUER: issuer.optional(),
  STEPWAY_OIDC_CLIENT_ID: z.string().min(1).optional(),
  STEPWAY_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  STEPWAY_OIDC_SCOPE: z
    .string()
    .regex(/\bopenid\b/, 'expected a list with openid in it')
    .default('openid'),
  STEPWAY_OIDC_SUBJECT_CLAIM: claim.default('sub'),
  STEPWAY_OIDC_ROLE_CLAIM: claim.optional(),
  STEPWAY_OIDC_SITES_CLAIM: claim.optional(),
  STEPWAY_OIDC_PROGRAMMES_CLAIM: claim.optional(),
  STEPWAY_OIDC_NAME_CLAIM: claim.default('name'),
};
type Settings = z.output<z.ZodObject<typeof signInShape>>;

/** What is missing or wrong when the settings are looked at together, by the name of the variable. */
export function signInProblems(settings: Settings): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  const { STEPWAY_OIDC_ISSUER, STEPWAY_OIDC_CLIENT_ID, STEPWAY_OIDC_CLIENT_SECRET_FILE: file } = settings;
  if (STEPWAY_OIDC_ISSUER !== undefined && STEPWAY_OIDC_CLIENT_ID === undefined)
    problems.set('STEPWAY_OIDC_CLIENT_ID', 'not set, though STEPWAY_OIDC_ISSUER is');
  if (settings.STEPWAY_OIDC_ROLE_CLAIM !== undefined && settings.STEPWAY_OIDC_SITES_CLAIM === undefined)
    problems.set('STEPWAY_OIDC_SITES_CLAIM', 'not set, though STEPWAY_OIDC_ROLE_CLAIM is: a role is one of sites');
  if (file !== undefined && !holdsText(file))
    problems.set('STEPWAY_OIDC_CLIENT_SECRET_FILE', 'not a file that this user can read, or an empty one');
  return problems;
}

/** Undefined where nobody signs in by a provider. */
export function signInProvider(settings: Settings): SignInProvider | undefined {
  const { STEPWAY_OIDC_ISSUER, STEPWAY_OIDC_CLIENT_ID, STEPWAY_OIDC_CLIENT_SECRET_FILE } = settings;
  if (STEPWAY_OIDC_ISSUER === undefined || STEPWAY_OIDC_CLIENT_ID === undefined) return undefined;
  const { STEPWAY_OIDC_ROLE_CLAIM: role, STEPWAY_OIDC_SITES_CLAIM: sites } = settings;
  const { STEPWAY_OIDC_PROGRAMMES_CLAIM: programmes, STEPWAY_OIDC_NAME_CLAIM: name } = settings;
  return {
    issuer: STEPWAY_OIDC_ISSUER,
    clientId: STEPWAY_OIDC_CLIENT_ID,
    ...(STEPWAY_OIDC_CLIENT_SECRET_FILE !== undefined && { clientSecretFile: STEPWAY_OIDC_CLIENT_SECRET_FILE }),
    scope: settings.STEPWAY_OIDC_SCOPE,
    subjectClaim: settings.STEPWAY_OIDC_SUBJECT_CLAIM,
    ...(role !== undefined &&
      sites !== undefined && { claims: { role, sites, name, ...(programmes !== undefined && { programmes }) } }),
  };
}

function holdsText(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}
