import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller.ts';
import { recordAct } from '../auth/record-act.ts';
import { notAllowed, notFound, notSignedIn } from '../http/problem.ts';
import type { Resources } from '../resources.ts';
import { coversSomeFhir, streamScope } from './scopes.ts';

const openToPartners = 'stepway:open-to-partners';

/** What a token has to be given for: the partner's own stream, or anything of FHIR. */
export type PartnerAccess = 'stream' | 'fhir';

/**
 * A route that integration partners come to as well; every other is closed to them. Where the address has a
 * `partnerId`, it is their own, or not there. What roles may do there is asked as everywhere.
 */
export const OpenToPartners = (access: PartnerAccess) => SetMetadata(openToPartners, access);

/**
 * A partner that may come to this route.
 * @throws ProblemError 401 for one that is no longer registered, 403 for a route of the house or without the scope,
 * 404 for what is another partner's; what is denied is on record
 */
export async function partnerAt(
  resources: Pick<Resources, 'privacy' | 'partnerClients'>,
  reflector: Reflector,
  context: ExecutionContext,
  caller: Caller & { readonly partnerId: string },
): Promise<Caller> {
  const { partnerId, scopes = [] } = caller;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const targets = [context.getHandler(), context.getClass()];
  const access = reflector.getAllAndOverride<PartnerAccess | undefined>(openToPartners, targets);
  const denied = async (): Promise<void> => {
    const nobody = { subjectKind: 'system', subjectIds: [], outcome: 'denied' } as const;
    await recordAct(resources, request, caller, { action: request.method === 'GET' ? 'read' : 'write', ...nobody });
  };
  if (!(await resources.partnerClients.isActive(partnerId))) {
    await denied();
    throw notSignedIn('The partner is not registered');
  }
  if (access === undefined) {
    await denied();
    throw notAllowed('This is not open to partners');
  }
  if (!(access === 'stream' ? scopes.includes(streamScope) : coversSomeFhir(scopes))) {
    await denied();
    throw notAllowed('The token was not given for this');
  }
  if (!isOwn(request.params, partnerId)) {
    await denied();
    throw notFound();
  }
  return caller;
}

/** Whether the address names no partner, or this one. */
const isOwn = (params: unknown, partnerId: string): boolean =>
  typeof params !== 'object' ||
  params === null ||
  !('partnerId' in params) ||
  Reflect.get(params, 'partnerId') === partnerId;
