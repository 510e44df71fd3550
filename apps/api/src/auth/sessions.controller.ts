import { Controller, Get, HttpCode, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type OpenSession } from '@stepway/contracts';
import { keysOf, pageOf, type Page } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { momentKey, uuidKey } from '../audit/cursor-keys.ts';
import { idIn, parseQuery } from '../http/parse.ts';
import { notFound } from '../http/problem.ts';
import { translating } from '../queries/board.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Resources } from '../resources.ts';
import { mustBeAllowed } from './must-be-allowed.ts';
import { recordAct } from './record-act.ts';
import { sessionsEnded } from './sessions-ended.ts';

/** Browsers that are signed in, for who may end them. */
@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly resources: Resources) {}

  @Get()
  @UseInterceptors(Freshness)
  async sessions(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<OpenSession>> {
    const { cursor, limit = 500 } = parseQuery(queryRoutes.sessions.query, query);
    const { sessionHash } = await mustBeAllowed(this.resources, request, { ask: 'sessions' });
    const after = cursor === undefined ? undefined : translating(() => sessionIn(cursor));
    const open = await this.resources.sessions.list(sessionHash, { after, limit: limit + 1 });
    return pageOf(open, limit, ({ startedAt, sessionId }) => [momentKey(startedAt), sessionId]);
  }

  @Post(':sessionId/end')
  @HttpCode(204)
  async end(@Param('sessionId') id: string, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'endSession' });
    const sessionId = idIn(id);
    await recordAct(this.resources, request, caller, {
      ...{ action: 'end-session', subjectKind: 'system', subjectIds: [sessionId] },
    });
    const ended = await this.resources.sessions.endOne(sessionId, caller.actor.id);
    if (ended === undefined) throw notFound();
    await sessionsEnded(this.resources, request, caller, [ended]);
  }
}

/** @throws CursorUnknown */
function sessionIn(cursor: string) {
  const [startedAt = '', sessionId = ''] = keysOf(cursor, 'moment', 'id');
  return { startedAt, sessionId: uuidKey(sessionId) };
}
