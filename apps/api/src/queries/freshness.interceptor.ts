import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Uuid } from '@stepway/contracts';
import { waitForVersion } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Access } from '../auth/access.ts';
import { callerOf } from '../auth/authenticate.guard.ts';
import type { Caller } from '../auth/caller.ts';
import { mayReadCare } from '../auth/permissions.ts';
import { invalid } from '../http/problem.ts';
import { Resources } from '../resources.ts';

const longestWaitMs = 2_000;

/** Says how old an answer is, and lets a caller read what it has just written. */
@Injectable()
export class Freshness implements NestInterceptor {
  constructor(
    private readonly resources: Resources,
    private readonly access: Access,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const wanted = wantedOf(request);
    if (wanted !== undefined && mayReadCare(callerOf(request).actor.role)) {
      if (!(await this.reached(wanted, callerOf(request)))) reply.header('stepway-stale', 'true');
    }
    const { readMs, runMs } = this.resources.lag.current;
    reply.headers({ 'stepway-lag-ms': readMs, 'stepway-run-lag-ms': runMs, 'cache-control': 'no-store' });
    return next.handle();
  }

  /** Who may not see a journey must not learn from the wait whether there is one, or how far it has come. */
  private async reached(wanted: Wanted, caller: Caller): Promise<boolean> {
    if ((await this.access.toJourney(caller, 'see', wanted.episodeId)) !== 'granted') return false;
    const { pool, doorbell } = this.resources;
    return waitForVersion(pool, doorbell, { ...wanted, timeoutMs: longestWaitMs });
  }
}

interface Wanted {
  readonly episodeId: string;
  readonly version: number;
}

/** `Stepway-After: <episodeId>=<version>`, or `?after=<version>` on a journey's own query. @throws ProblemError 400 */
function wantedOf({ headers, params, query }: FastifyRequest): Wanted | undefined {
  const header = headers['stepway-after'];
  if (header !== undefined) {
    const [, id, version] = /^([\w-]+)=(\d{1,15})$/.exec(String(header)) ?? [];
    if (id === undefined || !Uuid.safeParse(id).success)
      throw invalid([{ pointer: 'header:Stepway-After', message: '<episodeId>=<version>' }]);
    return { episodeId: id.toLowerCase(), version: Number(version) };
  }
  const [after, episodeId] = [textOf(query, 'after'), textOf(params, 'episodeId')];
  // What is not a number is refused by the query's own schema; what is not an id, by the route.
  if (after === undefined || episodeId === undefined || !/^\d{1,15}$/.test(after)) return undefined;
  if (!Uuid.safeParse(episodeId).success) return undefined;
  return { episodeId: episodeId.toLowerCase(), version: Number(after) };
}

function textOf(values: unknown, name: string): string | undefined {
  if (typeof values !== 'object' || values === null) return undefined;
  const value: unknown = Reflect.get(values, name);
  return typeof value === 'string' ? value : undefined;
}
