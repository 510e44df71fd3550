import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Resources } from '../resources.ts';
import { attemptMinutes } from './attempts.ts';
import { placeOf } from './place-of.ts';
import { ownPath } from './own-path.ts';
import { publicUrl } from './public-url.ts';
import { isSecure, sessionCookie, sessionCookieOptions } from './session-cookie.ts';
import { onwardPage } from './sign-in-pages.ts';
import { idOf, whoCame, type Claims, type NotLetIn } from './who-came.ts';

/** Why nobody was signed in; the page has words for each. */
type Trouble = NotLetIn | 'none' | 'away' | 'late' | 'declined' | 'failed';

/** Signing in by the OpenID Connect provider: there, and back. */
@Injectable()
export class ProviderSignIn {
  constructor(private readonly resources: Resources) {}

  async begin(wanted: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { provider, attempts, logger } = this.resources;
    const returnTo = ownPath(wanted);
    if (provider === undefined) return tell(reply, 'none', returnTo);
    const own = publicUrl(this.resources, request);
    // The cookie of the attempt must be set where the provider leads back to.
    if (request.headers.host !== new URL(own).host) {
      const search = new URLSearchParams({ return_to: returnTo }).toString();
      reply.redirect(`${own}/sign-in?${search}`, 303);
      return;
    }
    try {
      const { url, attempt } = await provider.begin(`${own}/sign-in/callback`, returnTo);
      reply.setCookie(attemptCookie(request), await attempts.seal(attempt), attemptCookieOptions(request));
      reply.redirect(url, 303);
    } catch (error) {
      logger.warn({ err: error }, 'the sign-in provider does not answer');
      tell(reply, 'away', returnTo);
    }
  }

  async cameBack(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { provider, attempts, sessions, configuration, directory } = this.resources;
    const { signIn } = configuration;
    if (provider === undefined || signIn === undefined) return tell(reply, 'none', '/');
    const sealed = request.cookies[attemptCookie(request)];
    const attempt = sealed === undefined ? undefined : await attempts.open(sealed);
    reply.clearCookie(attemptCookie(request), attemptCookieOptions(request));
    if (attempt === undefined) return this.refuse(request, reply, 'late', '/');
    const { returnTo } = attempt;

    const cameBackAt = new URL(request.url, publicUrl(this.resources, request));
    if (cameBackAt.searchParams.get('error') === 'access_denied')
      return this.refuse(request, reply, 'declined', returnTo);
    const claims = await provider.finish(cameBackAt, attempt).catch((error: unknown) => {
      this.resources.logger.warn({ err: error }, 'somebody who came back from the sign-in provider was not believed');
      return undefined;
    });
    if (claims === undefined) return this.refuse(request, reply, 'failed', returnTo);
    const who = await whoCame(claims, signIn, directory);
    if (typeof who === 'string') return this.refuse(request, reply, who, returnTo, claims);

    const { id, caller } = await sessions.open(who);
    await this.record(request, caller.actor, 'granted');
    const maxAge = configuration.session.hours * 3_600;
    reply.setCookie(sessionCookie(request), id, { ...sessionCookieOptions(request), maxAge });
    reply.helmet();
    reply.type('text/html; charset=utf-8').send(onwardPage(returnTo));
  }

  private async refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    trouble: Trouble,
    returnTo: string,
    claims?: Claims,
  ): Promise<void> {
    const { sub } = claims ?? {};
    // Whom the provider knows is on record by its word; anybody else is one of those who may not fill the trail.
    if (typeof sub === 'string') await this.record(request, { id: idOf(sub), kind: 'person', role: 'none' }, 'denied');
    else await this.resources.unknownCallers(request, 'sign-in');
    tell(reply, trouble, returnTo);
  }

  private record(
    request: FastifyRequest,
    actor: { readonly id: string; readonly kind: string; readonly role: string },
    outcome: 'granted' | 'denied',
  ): Promise<void> {
    return this.resources.privacy.audit.record({
      ...{ requestId: randomUUID(), actor, action: 'sign-in', place: placeOf(request) },
      ...{ subjectKind: 'system', subjectIds: [], outcome },
    });
  }
}

/** Back to the page of whoever is not signed in, which says it in the person's language. */
function tell(reply: FastifyReply, trouble: Trouble, returnTo: string): void {
  const to = new URL(returnTo, 'http://own.invalid');
  to.searchParams.set('not-signed-in', trouble);
  reply.redirect(to.pathname + to.search, 303);
}

const attemptCookie = (request: FastifyRequest): string =>
  isSecure(request) ? '__Host-stepway_sign_in' : 'stepway_sign_in';

/** Lax: it has to come along when the provider leads back. */
const attemptCookieOptions = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(request), maxAge: attemptMinutes * 60 }) as const;
