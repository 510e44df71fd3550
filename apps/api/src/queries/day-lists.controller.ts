import { Controller, Get, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type QueryAnswer, type QueryName } from '@stepway/contracts';
import { countDayList, readDayList, type DayListQuery, type DayRows } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { within } from '../auth/policy.ts';
import { parseQuery } from '../http/parse.ts';
import { Resources } from '../resources.ts';
import { translated } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
import { Names } from './names.ts';
import { Reading } from './reading.ts';

interface Asked {
  readonly site?: string[] | undefined;
  readonly programme?: string[] | undefined;
  readonly level?: string[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** The lists of the day of clinical staff: tests, medication, people to reach. */
@Controller('v1')
@UseInterceptors(Freshness)
export class DayListsController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly names: Names,
  ) {}

  @Get('tests')
  async tests(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'tests'>> {
    const { state, ...asked } = parseQuery(queryRoutes.tests.query, query);
    return this.page(request, { list: 'tests', state, ...(await this.filters(request, 'tests', asked)) });
  }

  @Get('medications')
  async medications(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'medications'>> {
    const { state, ...asked } = parseQuery(queryRoutes.medications.query, query);
    return this.page(request, { list: 'medication', state, ...(await this.filters(request, 'medications', asked)) });
  }

  @Get('follow-ups')
  async followUps(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'followUps'>> {
    const { state, ...asked } = parseQuery(queryRoutes.followUps.query, query);
    return this.page(request, { list: 'follow-ups', state, ...(await this.filters(request, 'followUps', asked)) });
  }

  private async page<List extends keyof DayRows>(request: FastifyRequest, query: DayListQuery<List>) {
    const { items, next } = await readDayList(this.resources.pool, query).catch(translated);
    const counts = await countDayList(this.resources.pool, query);
    return { items: await this.names.on(request, items), next, counts };
  }

  /** What is asked for, within the scope of who may ask it. @throws ProblemError 403 */
  private async filters(request: FastifyRequest, question: QueryName, asked: Asked) {
    const { scope } = await this.reading.list(request, question);
    const { level, cursor, limit } = asked;
    return {
      now: this.resources.now().toISOString(),
      ...within(scope, asked),
      ...(level && { levels: level }),
      ...(cursor !== undefined && { cursor }),
      ...(limit !== undefined && { limit }),
    };
  }
}
