import type { FastifyInstance } from 'fastify';

/** Where a form is taken: OAuth asks for it, and nothing else does. */
const takesForm = '/fhir/token';

/** Called before there are routes. */
export function acceptForm(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    ({ routeOptions }, body, done) => {
      if (routeOptions.url === takesForm) done(null, new URLSearchParams(body.toString()));
      else done(Object.assign(new Error('Only JSON'), { statusCode: 415 }));
    },
  );
}
