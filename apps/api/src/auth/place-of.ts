import type { FastifyRequest } from 'fastify';

/** The route without ids. */
export const placeOf = (request: FastifyRequest): string => `${request.method} ${request.routeOptions.url ?? ''}`;
