import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Resources } from '../resources.ts';
import { callerOf, OpenToAll } from './authenticate.guard.ts';
import { sessionCookie, sessionCookieOptions } from './session-cookie.ts';

const refused = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stepway</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/sign-in.css">
<main><h1>You are not signed in</h1>
<p>This sign-in link was used before, or is older than 10 minutes.</p>
<p>A new one: <code>npm run stepway -- sign-in</code></p></main></html>`;

/** The single-use link that the terminal prints. */
@Controller()
export class SignInController {
  constructor(private readonly resources: Resources) {}

  @Get('sign-in')
  @OpenToAll()
  async signIn(
    @Query('code') code: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    reply.helmet();
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    const session = typeof code === 'string' ? await this.resources.sessions.redeem(code) : undefined;
    if (session === undefined) {
      reply.code(401).type('text/html; charset=utf-8').send(refused);
      return;
    }
    const maxAge = this.resources.configuration.session.hours * 3_600;
    reply
      .setCookie(sessionCookie(request), session.id, { ...sessionCookieOptions(request), maxAge })
      .redirect('/', 303);
  }

  @Post('v1/sign-out')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { sessionHash, actor } = callerOf(request);
    if (sessionHash === undefined) return; // a bearer token ends by itself
    await this.resources.sessions.end(sessionHash, actor.id);
    this.resources.live.closeSession(sessionHash);
    reply.clearCookie(sessionCookie(request), sessionCookieOptions(request));
  }
}
