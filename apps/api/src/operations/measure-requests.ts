import type { FastifyInstance } from 'fastify';
import type { ApiMetrics } from './api-metrics.ts';

/** Times every answer by route, never by address. */
export function measureRequests(fastify: FastifyInstance, { requests }: ApiMetrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    done();
  });
}
