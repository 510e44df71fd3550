import { randomUUID } from 'node:crypto';
import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Resources } from '../resources.ts';
import { callerOf, OpenToAll } from './authenticate.guard.ts';
import { recordAct } from './record-act.ts';
import { sessionsEnded } from './sessions-ended.ts';
import { placeOf } from './place-of.ts';
import { ProviderSignIn } from './provider-sign-in.ts';
import { publicUrl } from './public-url.ts';
import { sessionCookie, sessionCookieOptions } from './session-cookie.ts';
import { usedLinkPage } from './sign-in-pages.ts';

/** The ways in, and the way out. */
@Controller()
export class SignInController {
  constructor(
    private readonly resources: Resources,
    private readonly byProvider: ProviderSignIn,
  ) {}

  /** With a code, the single-use link that the terminal prints; without one, on to the sign-in provider. */
  @Get('sign-in')
  @OpenToAll()
  async signIn(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    keepPrivate(reply);
    if ('code' in query) await this.link(query['code'], request, reply);
    else await this.byProvider.begin(query['return_to'], request, reply);
  }

  @Get('sign-in/callback')
  @OpenToAll()
  async cameBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    keepPrivate(reply);
    await this.byProvider.cameBack(request, reply);
  }

  @Post('v1/sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const caller = callerOf(request);
    const { sessionHash, actor } = caller;
    if (sessionHash === undefined) return; // a bearer token ends by itself
    const { sessions, provider } = this.resources;
    await sessions.end(sessionHash, actor.id);
    reply.clearCookie(sessionCookie(request), sessionCookieOptions(request));
    await sessionsEnded(this.resources, request, caller, [sessionHash]);
    await recordAct(this.resources, request, caller, { action: 'sign-out', subjectKind: 'system', subjectIds: [] });
    const continueAt = await provider?.endSessionUrl(`${publicUrl(this.resources, request)}/`);
    if (continueAt !== undefined) reply.header('stepway-continue-at', continueAt);
  }

  private async link(code: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { sessions, privacy, configuration, unknownCallers } = this.resources;
    const session = typeof code === 'string' ? await sessions.redeem(code) : undefined;
    if (session === undefined) {
      await unknownCallers(request, 'sign-in');
      reply.helmet();
      reply.code(401).type('text/html; charset=utf-8').send(usedLinkPage);
      return;
    }
    await privacy.audit.record({
      ...{ requestId: randomUUID(), actor: session.caller.actor, action: 'sign-in', place: placeOf(request) },
      ...{ subjectKind: 'system', subjectIds: [], outcome: 'granted' },
    });
    const maxAge = configuration.session.hours * 3_600;
    reply.setCookie(sessionCookie(request), session.id, { ...sessionCookieOptions(request), maxAge });
    reply.redirect('/', 303);
  }
}

/** A code in the address is nobody else's. */
const keepPrivate = (reply: FastifyReply): unknown =>
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
