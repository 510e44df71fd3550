import { Controller, Get, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type QueryAnswer, type RosterPerson } from '@stepway/contracts';
import { readForRoster, readRoster, type RosterQuery } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { parseQuery } from '../http/parse.ts';
import { invalid } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { Freshness } from './freshness.interceptor.ts';
import { groupView } from './group-view.ts';
import { Names } from './names.ts';
import { Reading } from './reading.ts';

/** The groups of the sites, and who belongs to one session of one. */
@Controller('v1')
export class RosterController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly names: Names,
  ) {}

  /** What the sites offer: nobody's data. */
  @Get('groups')
  @UseInterceptors(Freshness)
  groups(@Query() query: unknown, @Req() request: FastifyRequest): QueryAnswer<'groups'> {
    const { sites: own } = callerOf(request).scope;
    const { site: asked } = parseQuery(queryRoutes.groups.query, query);
    const sites = this.resources.programmes.sites.filter(
      ({ siteId }) => (own?.includes(siteId) ?? true) && (asked?.includes(siteId) ?? true),
    );
    return { items: sites.flatMap((site) => site.groups.map((group) => groupView(site, group))) };
  }

  @Get('roster')
  @UseInterceptors(Freshness)
  async roster(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'roster'>> {
    const { site: siteId, group: groupId, startsAt, episodeIds } = parseQuery(queryRoutes.roster.query, query);
    const { scope } = await this.reading.list(request, 'roster');
    const { pool, programmes } = this.resources;
    const site = programmes.site(siteId);
    const group = site?.groups.find((one) => one.groupId === groupId);
    if (site === undefined || !(scope.sites?.includes(siteId) ?? true))
      throw invalid([{ pointer: 'query:site', message: 'There is no such site' }]);
    if (group === undefined) throw invalid([{ pointer: 'query:group', message: 'The site has no such group' }]);
    const asked = { siteId, group, startsAt, programmeOf: (id: string) => programmes.newest(id) };
    const inScope = ({ programme }: RosterPerson) => scope.programmes?.includes(programme.id) ?? true;
    const belong = await readRoster(pool, asked);
    const members = belong.members.filter(inScope);
    const known = new Set(members.map(({ episodeId }) => episodeId));
    const added = await this.added(
      request,
      (episodeIds ?? []).filter((id) => !known.has(id)),
      asked,
    );
    const offered = belong.others.filter((person) => inScope(person) && !(episodeIds ?? []).includes(person.episodeId));
    // Named together: one entry on record for one answer.
    const named = await this.names.on(request, [...members, ...offered, ...added]);
    return {
      group: groupView(site, group),
      startsAt,
      members: named.slice(0, members.length),
      others: named.slice(members.length, members.length + offered.length),
      added: named.slice(members.length + offered.length),
    };
  }

  /** Those of the journeys asked for that the caller may see: of somebody of theirs there may be another, elsewhere. */
  private async added(request: FastifyRequest, episodeIds: readonly string[], asked: RosterQuery) {
    if (episodeIds.length === 0) return [];
    const seen = await this.reading.amongJourneys(request, episodeIds);
    return readForRoster(this.resources.pool, [...seen], asked);
  }
}
