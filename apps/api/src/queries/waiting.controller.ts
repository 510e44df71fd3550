import { Body, Controller, Get, HttpCode, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, SetCapacity, type Capacity, type WaitingListItem } from '@stepway/contracts';
import { readCapacity, readWaiting, setCapacity, type Page } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { covers, within } from '../auth/policy.ts';
import { recordAct } from '../auth/record-act.ts';
import { parseBody, parseQuery } from '../http/parse.ts';
import { invalid } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { translated } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
import { Names } from './names.ts';
import { Reading } from './reading.ts';

/** Who waits for a place, and where there are places. */
@Controller('v1')
export class WaitingController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly names: Names,
  ) {}

  @Get('waiting-list')
  @UseInterceptors(Freshness)
  async waitingList(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<WaitingListItem>> {
    const { site, programme, level, queue, cursor, limit } = parseQuery(queryRoutes.waitingList.query, query);
    const { scope } = await this.reading.careList(request);
    const { items, next } = await readWaiting(this.resources.pool, {
      ...within(scope, { site, programme }),
      ...(level && { levels: level }),
      ...(queue && { queues: queue }),
      ...(cursor !== undefined && { cursor }),
      ...(limit !== undefined && { limit }),
    }).catch(translated);
    return { items: await this.names.on(request, items), next };
  }

  /** Counts only: nobody's data. */
  @Get('capacity')
  @UseInterceptors(Freshness)
  async capacity(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Capacity> {
    const { scope } = callerOf(request);
    const { site, programme } = parseQuery(queryRoutes.capacity.query, query);
    const { programmes, pool, now } = this.resources;
    const rows = await readCapacity(pool, {
      sites: programmes.sites,
      programmeOf: (id) => programmes.newest(id),
      now: now().toISOString(),
    });
    const asked = rows.filter(
      (row) =>
        covers(scope, row) && (site?.includes(row.siteId) ?? true) && (programme?.includes(row.programme) ?? true),
    );
    return { items: asked };
  }

  @Post('capacity')
  @HttpCode(204)
  async set(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'setCapacity' });
    const { actor, scope } = caller;
    const asked = parseBody(SetCapacity, body);
    const site = this.resources.programmes.site(asked.siteId);
    const known = site?.programmes.find(({ programme }) => programme === asked.programme);
    if (site === undefined || !covers(scope, asked))
      throw invalid([{ pointer: '/siteId', message: 'There is no such site' }]);
    if (known === undefined) throw invalid([{ pointer: '/programme', message: 'The site does not offer it' }]);
    if (!known.levels.some(({ level }) => level === asked.level))
      throw invalid([{ pointer: '/level', message: 'The site has no such level' }]);
    await recordAct(this.resources, request, caller, {
      ...{ action: 'write', subjectKind: 'site', subjectIds: [asked.siteId] },
    });
    await setCapacity(this.resources.pool, asked, actor.id);
  }
}
