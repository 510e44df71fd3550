import type { FastifyInstance, FastifyRequest } from 'fastify';

export const fhirBase = '/fhir/R4';
const largestFhirBytes = 1_048_576;

/** Whether whoever asks speaks FHIR: refusals are told in its form. By the address: also where there is no such route. */
export const speaksFhir = ({ url }: Pick<FastifyRequest, 'url'>): boolean => /^\/fhir(\/|\?|$)/.test(url);

/**
 * Bodies of FHIR come to their routes as they are: the parser of JSON keeps one of two values of one name without a word.
 * Called before there are routes.
 */
export function acceptFhir(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (speaksFhir(route)) route.bodyLimit = largestFhirBytes;
  });
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser(
    ['application/json', 'application/fhir+json'],
    { parseAs: 'buffer' },
    (request, body, done) => {
      const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = request.headers;
      const isFhir = speaksFhir(request);
      if (encoding !== 'identity' || (!isFhir && type.includes('fhir+json')))
        done(Object.assign(new Error('Only JSON, as it is'), { statusCode: 415 }));
      else if (isFhir) done(null, body);
      else void parse(request, body.toString('utf8'), done);
    },
  );
}
