import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { notAllowed, notSignedIn, ProblemError } from '../http/problem.ts';
import { partnerAt } from '../partner-access/open-to-partners.ts';
import { Resources } from '../resources.ts';
import type { Caller } from './caller.ts';
import { withGrants } from './emergency-grants.ts';
import { sessionCookie } from './session-cookie.ts';

const openToAll = 'stepway:open';
/** A route that asks for no token: health, documents, signing in. */
export const OpenToAll = () => SetMetadata(openToAll, true);

const callers = new WeakMap<FastifyRequest, Caller>();

/** Who asks. @throws ProblemError 401 on a route that is open to all */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw notSignedIn();
  return caller;
}

/** A bearer token, or a browser's session cookie. The actor comes from here, never from a body. */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly resources: Resources,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(openToAll, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return this.known(request)
      .catch((error: unknown) => this.unknown(request, error))
      .then(async (caller) => remember(request, await this.mayCome(context, caller)));
  }

  private async known(request: FastifyRequest): Promise<Caller> {
    return withGrants(this.resources, await this.caller(request));
  }

  /** A role is asked by each route; a partner comes only to those that are open to partners. */
  private mayCome(context: ExecutionContext, caller: Caller): Caller | Promise<Caller> {
    const { partnerId } = caller;
    return partnerId === undefined
      ? caller
      : partnerAt(this.resources, this.reflector, context, { ...caller, partnerId });
  }

  /** A refusal is on record before it is answered. */
  private async unknown(request: FastifyRequest, error: unknown): Promise<never> {
    if (error instanceof ProblemError) await this.resources.unknownCallers(request);
    throw error;
  }

  private caller(request: FastifyRequest): Caller | Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
      if (token === undefined) throw notSignedIn('Authorization must be: Bearer <token>');
      return this.resources.tokens.verify(token);
    }
    const id = request.cookies[sessionCookie(request)];
    if (id === undefined) throw notSignedIn();
    refuseForeignSites(request);
    return this.resources.sessions.find(id, idleMs(request));
  }
}

/**
 * A page of ours asks also while nobody is at it, and says since when: `Stepway-Idle: <seconds>`. Without the header the
 * request is an act.
 */
function idleMs({ headers, routeOptions }: FastifyRequest): number {
  // A browser connects its stream of changes again by itself, and can say nothing with it.
  if (routeOptions.url === '/v1/live') return Infinity;
  const { 'stepway-idle': seconds } = headers;
  return typeof seconds === 'string' && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : 0;
}

function remember(request: FastifyRequest, caller: Caller): true {
  callers.set(request, caller);
  return true;
}

/**
 * A cookie travels by itself, so what changes something must come from our own pages: by what the browser says of the
 * request's site, and by its origin.
 * @throws ProblemError 403
 */
export function refuseForeignSites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { 'sec-fetch-site': site, origin, host } = request.headers;
  const ownSite = site === undefined || site === 'same-origin';
  const ownOrigin = origin === undefined ? site !== undefined : hostOf(origin) === host;
  if (!ownSite || !ownOrigin) throw notAllowed('With a session cookie only our own pages may change something');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
