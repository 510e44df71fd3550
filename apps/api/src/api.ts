import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module.ts';
import { dashboardDir } from './dashboard/dashboard.controller.ts';
import { acceptFhir } from './fhir/as-fhir.ts';
import { acceptCsv } from './files/as-csv.ts';
import { notFound } from './http/problem.ts';
import { sendProblem } from './http/problems.filter.ts';
import { readOnBeforeRefusal } from './http/read-on.ts';
import { measureRequests } from './operations/measure-requests.ts';
import { acceptForm } from './partner-access/accept-form.ts';
import type { Resources } from './resources.ts';

const largestBodyBytes = 256 * 1024;

/** Where a page of ours may take things from: only from here. Mantine sets styles in elements. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

export interface Api {
  /** Begins to answer; gives the address. Port 0 = any free one. */
  listen(port: number): Promise<string>;
  /** For specs: the application itself. */
  readonly app: NestFastifyApplication;
  /** Ends open streams, finishes what is being answered, lets go of everything. */
  stop(): Promise<void>;
}

export async function createApi(resources: Resources): Promise<Api> {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBodyBytes,
    // A HEAD would use up a sign-in link.
    exposeHeadRoutes: false,
    // Whoever sends so slowly holds a place for others.
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    trustProxy: '127.0.0.1',
    // An address that cannot be read (`/%zz`) comes to no route and to no filter: it is answered like any that is not there.
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, notFound().problem, randomUUID()),
    routerOptions: { maxParamLength: 128 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(resources), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  readOnBeforeRefusal(fastify);
  acceptFhir(fastify);
  acceptCsv(fastify);
  acceptForm(fastify);
  measureRequests(fastify, resources.metrics);
  await app.register(cookie);
  // Pages ask for it themselves (`reply.helmet()`): an answer in JSON needs only that nobody guesses at its type.
  await app.register(helmet, { global: false, contentSecurityPolicy, strictTransportSecurity: false });
  fastify.addHook('onRequest', (_, reply, done) => {
    reply.header('x-content-type-options', 'nosniff');
    done();
  });
  // The build lays each file of text compressed beside it.
  await app.register(files, { root: dashboardDir(process.env), serve: false, preCompressed: true });
  await app.init();

  return {
    app,
    listen: async (port) => {
      await app.listen(port, '127.0.0.1');
      return app.getUrl();
    },
    stop: async () => {
      resources.live.close();
      await app.close();
      await resources.close();
    },
  };
}
