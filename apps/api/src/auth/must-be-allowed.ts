import { randomUUID } from 'node:crypto';
import type { FhirRouteName, PostRouteName, QueryName } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { notAllowed } from '../http/problem.ts';
import type { Resources } from '../resources.ts';
import { callerOf } from './authenticate.guard.ts';
import type { Caller, CallerRole } from './caller.ts';
import { mayAsk, mayPost, mayUseFhir } from './permissions.ts';
import { placeOf } from './place-of.ts';
import { isEverywhere } from './policy.ts';

export type Wish = { readonly ask: QueryName } | { readonly post: PostRouteName } | { readonly fhir: FhirRouteName };

/**
 * For what concerns no patient: the role alone decides.
 * @throws ProblemError 403; the denial is on record
 */
export async function mustBeAllowed(
  { privacy }: Pick<Resources, 'privacy'>,
  request: FastifyRequest,
  wish: Wish,
  { ofAll = false }: { /** Only who is limited to no site and no programme. */ readonly ofAll?: boolean } = {},
): Promise<Caller> {
  const caller = callerOf(request);
  const { actor } = caller;
  // A partner came so far because the route is open to partners, for what is its own.
  const may = caller.partnerId !== undefined || isWithin(actor.role, wish);
  if (may && (!ofAll || isEverywhere(caller.scope))) return caller;
  await privacy.audit.record({
    requestId: randomUUID(),
    actor,
    action: 'ask' in wish ? 'list' : 'write',
    place: placeOf(request),
    subjectKind: 'system',
    subjectIds: [],
    outcome: 'denied',
  });
  throw notAllowed(`The role ${actor.role} may not do this`);
}

function isWithin(role: CallerRole, wish: Wish): boolean {
  if ('ask' in wish) return mayAsk(role, wish.ask);
  return 'post' in wish ? mayPost(role, wish.post) : mayUseFhir(role, wish.fhir);
}
