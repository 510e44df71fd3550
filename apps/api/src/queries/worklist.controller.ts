import { Controller, Get, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type WorklistCounts, type WorklistItem, type WorklistRow } from '@stepway/contracts';
import { addDays, localDate, plusDays, startOfDay, type Instant } from '@stepway/pathway';
import {
  countWorklist,
  mostCounted,
  readWorklist,
  readWorklistAsOf,
  type Page,
  type PastMoment,
  type WorklistQuery,
  type WorklistScope,
} from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller.ts';
import { within } from '../auth/policy.ts';
import { parseQuery } from '../http/parse.ts';
import { Resources } from '../resources.ts';
import { translated } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
import { Names } from './names.ts';
import { pastMoment } from './past-moment.ts';
import { Reading } from './reading.ts';

type Asked = ReturnType<(typeof queryRoutes)['worklist']['query']['parse']>;

/** What is asked of people, the most pressing first. */
@Controller('v1/worklist')
@UseInterceptors(Freshness)
export class WorklistController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly names: Names,
  ) {}

  @Get()
  async worklist(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<WorklistItem>> {
    const asked = parseQuery(queryRoutes.worklist.query, query);
    const caller = await this.reading.careList(request);
    const now = asked.asOf ?? this.resources.now().toISOString();
    const { items, next } = await this.rows(await this.worklistQuery(asked, caller, now), pastMoment(asked), now).catch(
      translated,
    );
    return { items: await this.names.on(request, items), next };
  }

  /** Counts only: nobody's data. */
  @Get('counts')
  async counts(@Query() query: unknown, @Req() request: FastifyRequest): Promise<WorklistCounts> {
    const { site, programme } = parseQuery(queryRoutes.worklistCounts.query, query);
    const { actor, scope: own } = await this.reading.careList(request);
    const mates = await this.team(actor.id);
    const now = this.resources.now().toISOString();
    const scope = { ...within(own, { site, programme }), urgent: false };
    const sorts = (['mine', 'team', 'unowned', 'all'] as const).map((who) => ({
      ...scope,
      ...whose(who, actor.id, mates),
    }));
    const [mine = 0, team = 0, unowned = 0, all = 0, ...rest] = await countWorklist(
      this.resources.pool,
      [...sorts, ...sorts.map((sort) => ({ ...sort, actBefore: now })), { ...scope, urgent: true }],
      { now },
    );
    const [lateMine = 0, lateTeam = 0, lateUnowned = 0, lateAll = 0, urgent = 0] = rest;
    const overdue = { mine: lateMine, team: lateTeam, unowned: lateUnowned, all: lateAll };
    return { mine, team, unowned, all, overdue, urgent, most: mostCounted };
  }

  private rows(query: WorklistQuery, moment: PastMoment | undefined, now: Instant): Promise<Page<WorklistRow>> {
    const { pool: database, streams, programmes } = this.resources;
    if (moment === undefined) return readWorklist(database, query, { now });
    const readEvents = (episodeId: string) => streams.read(episodeId);
    return programmes.learning(() =>
      readWorklistAsOf({ database, readEvents, contextFor: programmes.contextFor }, query, moment),
    );
  }

  /** Who works together with somebody, and they themselves. */
  private async team(staffId: string): Promise<readonly string[]> {
    const teams = await this.resources.directory.teams();
    const own = teams.filter(({ staffIds }) => staffIds.includes(staffId));
    return [...new Set([staffId, ...own.flatMap(({ staffIds }) => staffIds)])];
  }

  private async worklistQuery(asked: Asked, { actor, scope }: Caller, now: Instant): Promise<WorklistQuery> {
    const { site, programme, level, kind, role, urgent, snoozed, episodeIds, taskIds, due, who, cursor, limit } = asked;
    return {
      ...within(scope, { site, programme }),
      ...(level && { levels: level }),
      ...(kind && { kinds: kind }),
      ...(role && { roles: role }),
      ...(urgent && { urgent: urgent === 'only' }),
      ...(snoozed && { withSnoozed: true }),
      ...(episodeIds && { episodeIds }),
      ...(taskIds && { taskIds }),
      ...(due && { actBefore: this.actBefore(due, now) }),
      ...whose(who ?? 'all', actor.id, who === 'team' ? await this.team(actor.id) : []),
      ...(cursor !== undefined && { cursor }),
      ...(limit !== undefined && { limit }),
    };
  }

  private actBefore(due: NonNullable<Asked['due']>, now: Instant): NonNullable<WorklistQuery['actBefore']> {
    switch (due) {
      case 'overdue':
        return now;
      case 'today':
        // The day ends when it ends at the site.
        return new Map(
          this.resources.programmes.sites.map((site) => [
            site.siteId,
            startOfDay(addDays(localDate(now, site), 1), site),
          ]),
        );
      case 'week':
        return plusDays(now, 7);
    }
  }
}

function whose(who: NonNullable<Asked['who']>, staffId: string, team: readonly string[]): Partial<WorklistScope> {
  switch (who) {
    case 'mine':
      return { ownedBy: staffId };
    case 'team':
      return { team };
    case 'unowned':
      return { unowned: true };
    case 'all':
      return {};
  }
}
