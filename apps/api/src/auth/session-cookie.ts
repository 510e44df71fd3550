import type { FastifyRequest } from 'fastify';

/** Over https the name itself makes the browser refuse one that another host, a subpath or plain http wants to set. */
export const sessionCookie = (request: FastifyRequest): string =>
  isSecure(request) ? '__Host-stepway_session' : 'stepway_session';

/** Strict: no other site's page can make the browser send it. */
export const sessionCookieOptions = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) }) as const;

export const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https';
