import type { Resources } from '../resources.ts';
import type { Caller } from './caller.ts';
import { mayPost } from './permissions.ts';
import { isEverywhere } from './policy.ts';

/** The caller with what is open to them in an emergency at this moment. */
export async function withGrants(
  { privacy, now }: Pick<Resources, 'privacy' | 'now'>,
  caller: Caller,
): Promise<Caller> {
  const { actor, scope, sessionHash } = caller;
  // Who sees everybody needs no grant, and who may break no glass has none.
  if (isEverywhere(scope) || !mayPost(actor.role, 'breakTheGlass')) return caller;
  const open = await privacy.emergencies.openTo(actor.id, sessionHash, now().toISOString());
  return { ...caller, grants: open.map((emergency) => ({ ...emergency, until: Date.parse(emergency.until) })) };
}
