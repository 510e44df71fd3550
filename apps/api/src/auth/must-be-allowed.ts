import { randomUUID } from 'node:crypto';
import type { PostRouteName, QueryName } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { notAllowed } from '../http/problem.ts';
import type { Resources } from '../resources.ts';
import { callerOf } from './authenticate.guard.ts';
import type { Caller } from './caller.ts';
import { mayAsk, mayPost } from './permissions.ts';

export type Wish = { readonly ask: QueryName } | { readonly post: PostRouteName };

/**
 * For what concerns no patient: the role alone decides.
 * @throws ProblemError 403; the denial is on record
 */
export async function mustBeAllowed(
  { privacy }: Pick<Resources, 'privacy'>,
  request: FastifyRequest,
  wish: Wish,
): Promise<Caller> {
  const caller = callerOf(request);
  const { actor } = caller;
  if ('ask' in wish ? mayAsk(actor.role, wish.ask) : mayPost(actor.role, wish.post)) return caller;
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

/** The route without ids. */
export const placeOf = (request: FastifyRequest): string => `${request.method} ${request.routeOptions.url ?? ''}`;
