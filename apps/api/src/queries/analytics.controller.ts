import { Controller, Get, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type QueryAnswer, type QueryName } from '@stepway/contracts';
import {
  allGroupsShown,
  analyticsHead,
  completionOf,
  readAnalyticsCensus,
  readAnalyticsDrugTests,
  readAnalyticsHandOffs,
  readAnalyticsInstruments,
  readFlows,
  readFunnel,
  readLengthOfStay,
  readMeasures,
  readRates,
  readReadmission,
  readRetention,
  smallGroupsHidden,
  waysFrom,
  type AnalyticsScope,
} from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { maySeeSmallGroups } from '../auth/permissions.ts';
import { within } from '../auth/policy.ts';
import { parseQuery } from '../http/parse.ts';
import { Resources } from '../resources.ts';
import { censusDays, expectedStay, levelsLivedAt, periodOf } from './analytics-period.ts';
import { Freshness } from './freshness.interceptor.ts';

type AnalyticsName = Extract<QueryName, `analytics${string}`>;

/** With the programme and the site that were named. */
type Scope = AnalyticsScope & { readonly programme: string | undefined; readonly site: string | undefined };

/** How care goes as a whole: counts only, nobody's data; small groups for those who answer for them. */
@Controller('v1/analytics')
@UseInterceptors(Freshness)
export class AnalyticsController {
  constructor(private readonly resources: Resources) {}

  @Get('census')
  async census(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'analyticsCensus'>> {
    const scope = await this.scope('analyticsCensus', query, request);
    return readAnalyticsCensus(scope, censusDays(this.resources.programmes, scope));
  }

  @Get('length-of-stay')
  async lengthOfStay(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'analyticsLengthOfStay'>> {
    const scope = await this.scope('analyticsLengthOfStay', query, request);
    return readLengthOfStay(scope, expectedStay(this.resources.programmes, scope.programme));
  }

  @Get('transitions')
  async transitions(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'analyticsTransitions'>> {
    const scope = await this.scope('analyticsTransitions', query, request);
    const [ways, flows, rates] = await Promise.all([waysFrom(scope), readFlows(scope), readRates(scope)]);
    return { ...analyticsHead(scope), ways: [...ways], ...flows, rates };
  }

  @Get('retention')
  async retention(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'analyticsRetention'>> {
    return readRetention(await this.scope('analyticsRetention', query, request));
  }

  @Get('completion')
  async completion(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'analyticsCompletion'>> {
    const scope = await this.scope('analyticsCompletion', query, request);
    return { ...analyticsHead(scope), levels: (await waysFrom(scope)).map(completionOf) };
  }

  @Get('measures')
  async measures(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'analyticsMeasures'>> {
    return readMeasures(await this.scope('analyticsMeasures', query, request));
  }

  @Get('drug-tests')
  async drugTests(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'analyticsDrugTests'>> {
    return readAnalyticsDrugTests(await this.scope('analyticsDrugTests', query, request));
  }

  @Get('hand-offs')
  async handOffs(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'analyticsHandOffs'>> {
    const scope = await this.scope('analyticsHandOffs', query, request);
    return readAnalyticsHandOffs(scope, levelsLivedAt(this.resources.programmes));
  }

  @Get('readmission')
  async readmission(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'analyticsReadmission'>> {
    return readReadmission(await this.scope('analyticsReadmission', query, request));
  }

  @Get('instruments')
  async instruments(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'analyticsInstruments'>> {
    return readAnalyticsInstruments(await this.scope('analyticsInstruments', query, request));
  }

  @Get('funnel')
  async funnel(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'analyticsFunnel'>> {
    return readFunnel(await this.scope('analyticsFunnel', query, request));
  }

  /** @throws ProblemError 403, 400 */
  private async scope(name: AnalyticsName, query: unknown, request: FastifyRequest): Promise<Scope> {
    const { actor, scope } = await mustBeAllowed(this.resources, request, { ask: name });
    const { site, programme, level, ...asked } = parseQuery(queryRoutes[name].query, query);
    const now = this.resources.now().toISOString();
    const own = within(scope, { ...(site && { site: [site] }), ...(programme && { programme: [programme] }) });
    const groups = maySeeSmallGroups(actor.role) ? allGroupsShown : smallGroupsHidden;
    return {
      database: this.resources.pool,
      ...periodOf(this.resources.programmes, { ...asked, site, now, wholeWeeks: groups.hidden }),
      ...{ ...own, level, now, programme, site, groups },
    };
  }
}
