import { hash } from 'node:crypto';
import { CallerId, organisationRoles, staffRoles } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import type { Directory, SignInProvider } from '@stepway/platform';
import type { SignedIn } from './sessions.ts';

/** What the provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/** Why somebody whom the provider knows is not let in. */
export type NotLetIn = 'unknown' | 'left' | 'no-role';

/**
 * As whom the provider's word lets somebody in. Who is not in the directory comes in only where the provider itself is
 * to say what people may be; who has left the directory never does.
 */
export async function whoCame(
  claims: Claims,
  { subjectClaim, claims: named }: SignInProvider,
  directory: Pick<Directory, 'withSubject'>,
): Promise<SignedIn | NotLetIn> {
  const subject = claimAt(claims, subjectClaim);
  if (typeof subject !== 'string' || subject === '') return 'unknown';
  const entry = await directory.withSubject(subject);
  if (entry?.active === false) return 'left';
  if (named === undefined) {
    const [role] = entry?.roles ?? [];
    return entry === undefined || role === undefined
      ? 'unknown'
      : { actorId: entry.staffId, role, origin: 'directory' };
  }
  const role = wordsAt(claims, named.role).find(isStaffRole);
  if (role === undefined) return 'no-role';
  const name = claimAt(claims, named.name);
  const isWide = organisationRoles.some((wide) => wide === role);
  const programmes = named.programmes === undefined ? [] : wordsAt(claims, named.programmes);
  return {
    actorId: entry?.staffId ?? idOf(subject),
    ...{ role, origin: 'claims' },
    ...(typeof name === 'string' && name !== '' && { name: name.slice(0, 200) }),
    // Without a word on sites there are none.
    ...(!isWide && { sites: wordsAt(claims, named.sites) }),
    ...(!isWide && programmes.length > 0 && { programmes }),
  };
}

/** The claim of a name, or at a path as in `realm_access.roles`. */
export const claimAt = (claims: Claims, name: string): unknown =>
  Object.hasOwn(claims, name)
    ? claims[name]
    : name.split('.').reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), claims);

function wordsAt(claims: Claims, name: string): string[] {
  return [claimAt(claims, name)].flat().filter((word) => typeof word === 'string');
}

const isRecord = (value: unknown): value is Claims => typeof value === 'object' && value !== null;
const isStaffRole = (word: string): word is Exclude<Role, 'system'> => staffRoles.some((role) => role === word);

/**
 * As what the log and the trail name somebody whom only the provider knows: by an id of its own space, since the
 * provider's word for them may be the staff id of another; and of the log's own form.
 */
export function idOf(subject: string): string {
  const plain = CallerId.safeParse(`idp.${subject}`);
  return plain.success ? plain.data : `idp-sha256.${hash('sha256', subject, 'base64url')}`;
}
