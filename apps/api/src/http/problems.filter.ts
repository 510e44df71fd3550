import { randomUUID } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@stepway/platform';
import { BeingFilled } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { speaksFhir } from '../fhir/as-fhir.ts';
import { fhirJson, outcomeOf } from '../fhir/outcome.ts';
import {
  beingFilled,
  invalid,
  notFound,
  ProblemError,
  problemBody,
  unavailable,
  type ProblemOptions,
} from './problem.ts';
import { isServerTrouble } from './server-trouble.ts';

/** Everything that is thrown ends as problem details; what nobody expected is a 500 that says nothing but its id. */
@Catch()
export class ProblemsFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(thrown);
    const instance = traceId(request);
    if (problem.status >= 500 && problem.name !== 'being-filled') {
      const fields = { err: thrown, statusCode: problem.status, route: request.routeOptions?.url, traceId: instance };
      this.logger[problem.status === 500 ? 'error' : 'warn'](fields, problem.title);
    }
    if (reply.sent) return; // the answer was under way: the connection is all that can be ended
    if (speaksFhir(request)) sendOutcome(reply, problem, instance);
    else sendProblem(reply, problem, instance);
  }
}

/** Answers with problem details under an instance by which the log line is found. */
export function sendProblem(reply: FastifyReply, problem: ProblemOptions, instance: string): void {
  for (const [name, value] of Object.entries(problem.headers ?? {})) reply.header(name, value);
  reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem, instance)));
}

/** The same in the form of FHIR. */
function sendOutcome(reply: FastifyReply, problem: ProblemOptions, instance: string): void {
  for (const [name, value] of Object.entries(problem.headers ?? {})) reply.header(name, value);
  reply
    .code(problem.status)
    .type(fhirJson)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(outcomeOf(problem, instance)));
}

function problemOf(thrown: unknown): ProblemOptions {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (thrown instanceof BeingFilled) return beingFilled(thrown.filling).problem;
  if (isNotCanonical(thrown))
    return invalid([{ pointer: '', message: 'A text holds what cannot be kept, as U+0000' }]).problem;
  if (isServerTrouble(thrown)) return unavailable().problem;
  const status = statusOf(thrown);
  switch (status) {
    case 400:
      return invalid([{ pointer: '', message: 'This is not JSON' }], 'The body cannot be read').problem;
    case 404:
      return notFound().problem;
    case 413:
      return { name: 'too-large', status, title: 'The body is larger than what is taken here' };
    case 415:
      return { name: 'unsupported-media-type', status, title: 'The body must be application/json' };
    case 503:
      return unavailable().problem;
    default:
      return status >= 400 && status < 500
        ? { name: 'refused', status, title: 'The request was refused' }
        : { name: 'internal', status: 500, title: 'Something went wrong here; it is written down under this instance' };
  }
}

/** The log keeps no text that PostgreSQL would refuse or change. */
const isNotCanonical = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'NotCanonical';

/** Nest's and Fastify's own refusals: wrong JSON, too large, no such route. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown && typeof thrown.statusCode === 'number')
    return thrown.statusCode;
  return 500;
}

/** The caller's trace id if it has one (W3C trace context), else a new id: to find the log line by. */
function traceId(request: FastifyRequest): string {
  const { traceparent } = request.headers;
  const [, id] = typeof traceparent === 'string' ? (/^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent) ?? []) : [];
  return id ?? randomUUID();
}
