import { largestFile } from '@stepway/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const takesFiles = ({ url }: Pick<FastifyRequest, 'url'>): boolean => url.startsWith('/v1/files/');

/** Files come to their routes as they are: in which characters they are written is found by looking. Before there are routes. */
export function acceptCsv(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (takesFiles(route)) route.bodyLimit = largestFile.bytes;
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-encoding': encoding = 'identity' } = request.headers;
    if (encoding === 'identity' && takesFiles(request)) done(null, body);
    else done(Object.assign(new Error('Only a file, as it is'), { statusCode: 415 }));
  });
}
