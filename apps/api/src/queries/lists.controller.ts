import { Controller, Get, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type Census, type EpisodeListItem } from '@stepway/contracts';
import { readCensus, readCensusAsOf, type BoardQuery, type Page } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { within } from '../auth/policy.ts';
import { parseQuery } from '../http/parse.ts';
import { invalid } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { Board } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
import { pastMoment } from './past-moment.ts';

/** The board: how many are where, who they are, and who is on the way. */
@Controller('v1')
@UseInterceptors(Freshness)
export class ListsController {
  constructor(
    private readonly resources: Resources,
    private readonly board: Board,
  ) {}

  /** Counts, small ones too: for whoever may open the journeys that are counted. @throws ProblemError 403 */
  @Get('census')
  async census(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Census> {
    const { scope } = await mustBeAllowed(this.resources, request, { ask: 'census' });
    const { site, programme, ...then } = parseQuery(queryRoutes.census.query, query);
    const filters = within(scope, { site, programme });
    const moment = pastMoment(then);
    if (moment !== undefined) return readCensusAsOf(this.board.past(), filters, moment);
    return readCensus(this.resources.pool, { now: this.board.clock().now, ...filters });
  }

  @Get('episodes')
  episodes(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<EpisodeListItem>> {
    const {
      status: statuses,
      episodeIds,
      sort,
      asOf,
      sense,
      ...filters
    } = parseQuery(queryRoutes.episodes.query, query);
    const moment = pastMoment({ asOf, sense });
    const { q, ...rest } = filters;
    if (moment !== undefined && sort !== undefined && sort !== 'episode-id')
      throw invalid([{ pointer: 'query:sort', message: 'as of a moment of the past, rows come by episode-id' }]);
    const asked = { ...boardQuery(rest), ...defined({ statuses, episodeIds, sort }) };
    return this.board.page(request, asked, defined({ words: q, moment }));
  }

  @Get('hand-offs')
  handOffs(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<EpisodeListItem>> {
    const { q, asOf, sense, ...filters } = parseQuery(queryRoutes.handOffs.query, query);
    return this.board.page(
      request,
      { ...boardQuery(filters), among: 'hand-offs', sort: 'hand-off-due' },
      defined({ words: q, moment: pastMoment({ asOf, sense }) }),
    );
  }

  @Get('proposals')
  proposals(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<EpisodeListItem>> {
    const { q, asOf, sense, ...filters } = parseQuery(queryRoutes.proposals.query, query);
    const { flag: flags = ['proposal'], ...rest } = filters;
    return this.board.page(
      request,
      { ...boardQuery({ ...rest, flag: flags }), among: 'undecided' },
      defined({ words: q, moment: pastMoment({ asOf, sense }) }),
    );
  }
}

type Filters = Omit<ReturnType<(typeof queryRoutes)['handOffs']['query']['parse']>, 'q' | 'asOf' | 'sense'>;

const boardQuery = ({ site, programme, level, flag, kind, cursor, limit }: Filters): BoardQuery =>
  defined({ siteIds: site, programmes: programme, levels: level, flags: flag, transitionKinds: kind, cursor, limit });

/** Without the fields that were not asked. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> };
function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
