import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import {
  Finding,
  queryRoutes,
  StartRebuild,
  type QueryAnswer,
  type RebuildView,
  type SystemView,
} from '@stepway/contracts';
import { askRetry, placesInLog, readFilling, readParked, readReport, RebuildUnderWay } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../auth/caller.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { placeOf } from '../auth/place-of.ts';
import { idIn, parseBody, parseQuery } from '../http/parse.ts';
import { invalid, notFound, ProblemError } from '../http/problem.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Resources } from '../resources.ts';
import { isReadModel, readModelNames, Rebuilds } from './rebuilds.ts';
import { serversNow } from './servers.ts';

/** What keeps the boards right, for those who run it. Opaque ids only, nobody's data. */
@Controller('v1/system')
export class SystemController {
  constructor(
    private readonly resources: Resources,
    private readonly rebuilds: Rebuilds,
  ) {}

  @Get()
  @UseInterceptors(Freshness)
  async system(@Query() query: unknown, @Req() request: FastifyRequest): Promise<SystemView> {
    parseQuery(queryRoutes.system.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'system' });
    const { pool, log, lag, now } = this.resources;
    const [servers, parked, filling, { partitions, relaySeenAt, ...positions }, writerMs, verify] = await Promise.all([
      serversNow(this.resources),
      readParked(pool),
      readFilling(pool),
      placesInLog(pool),
      log.oldestWriterMs(),
      readReport(pool, 'verify'),
    ]);
    const findings = z.array(Finding).safeParse(verify?.body);
    return {
      at: now().toISOString(),
      lag: { ...lag.current, writerMs: Math.round(writerMs) },
      ...{ positions, relaySeenAt, partitions, servers, parked },
      readModels: readModelNames,
      filling: filling.map(({ model, journeys, of, movedAt, trouble }) => ({ model, journeys, of, movedAt, trouble })),
      verify: verify && findings.success ? { at: verify.at, findings: findings.data } : null,
    };
  }

  /** 202: the projector does it. 404 for a journey that is not parked. */
  @Post('parked/:episodeId/retry')
  @HttpCode(202)
  async retry(@Param('episodeId') id: string, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'retryParked' });
    const episodeId = idIn(id);
    await this.record(request, caller, episodeId);
    if (!(await askRetry(this.resources.pool, episodeId))) throw notFound();
  }

  @Get('rebuilds')
  @UseInterceptors(Freshness)
  async rebuildsNow(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'rebuilds'>> {
    parseQuery(queryRoutes.rebuilds.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'rebuilds' });
    const latest = await this.rebuilds.latest();
    return { items: latest === undefined ? [] : [latest] };
  }

  /** 202 with what begins; 409 while another is under way. */
  @Post('rebuilds')
  @HttpCode(202)
  async rebuild(@Body() body: unknown, @Req() request: FastifyRequest): Promise<RebuildView> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'startRebuild' });
    const asked = parseBody(StartRebuild, body);
    const models = (asked.models ?? readModelNames).filter(isReadModel);
    if (asked.models !== undefined && models.length < asked.models.length)
      throw invalid([{ pointer: '/models', message: `Read models are ${readModelNames.join(', ')}` }]);
    await this.record(request, caller, 'read-models');
    try {
      return await this.rebuilds.start({ models, switch: asked.switch, by: caller.actor.id });
    } catch (error) {
      if (!(error instanceof RebuildUnderWay)) throw error;
      throw new ProblemError({
        name: 'RebuildUnderWay',
        status: 409,
        title: 'A rebuild of read models is under way',
        detail: 'Wait until it has ended: one at a time.',
      });
    }
  }

  /** What somebody does to the system is on record before it is done. */
  private record(request: FastifyRequest, { actor }: Caller, id: string): Promise<void> {
    return this.resources.privacy.audit.record({
      ...{ requestId: randomUUID(), actor, place: placeOf(request) },
      ...{ action: 'write', subjectKind: 'system', subjectIds: [id], outcome: 'granted' },
    });
  }
}
