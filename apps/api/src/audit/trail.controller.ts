import { Controller, Get, Param, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type Trail } from '@stepway/contracts';
import { lastVerification, readTrail, type TrailPlace } from '@stepway/privacy';
import { keysOf, pageOf } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { idIn, parseQuery } from '../http/parse.ts';
import { notFound } from '../http/problem.ts';
import { translating } from '../queries/board.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Reading } from '../queries/reading.ts';
import { Resources } from '../resources.ts';
import { momentKey, momentOf, uuidKey } from './cursor-keys.ts';
import { TrailPeople, type Whose } from './trail-people.ts';
import { entryView, verifiedView } from './trail-view.ts';

type Asked = Omit<ReturnType<(typeof queryRoutes)['audit']['query']['parse']>, 'person'>;

/** Who saw what. To read it is on record, too. */
@Controller('v1')
@UseInterceptors(Freshness)
export class TrailController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly people: TrailPeople,
  ) {}

  @Get('audit')
  async audit(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Trail> {
    const { person, ...asked } = parseQuery(queryRoutes.audit.query, query);
    const caller = await mustBeAllowed(this.resources, request, { ask: 'audit' }, { ofAll: true });
    return this.page(request, asked, person === undefined ? undefined : await this.people.whose(caller, person));
  }

  @Get('episodes/:episodeId/access')
  async episodeAccess(
    @Param('episodeId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Trail> {
    const asked = parseQuery(queryRoutes.episodeAccess.query, query);
    const episodeId = idIn(id);
    const caller = await this.reading.careOf(request, 'episodeAccess', episodeId);
    const whose = await this.people.whose(caller, episodeId);
    if (whose.places.length === 0) throw notFound();
    return this.page(request, asked, whose);
  }

  private async page(request: FastifyRequest, asked: Asked, whose: Whose | undefined): Promise<Trail> {
    const { action, outcome, actor, emergency, from, to, cursor, limit = 50 } = asked;
    const { pool, directory } = this.resources;
    const found = await readTrail(pool, {
      ...{ subjectIds: whose?.ids, actorId: actor, actions: action, outcome, emergencyId: emergency, from, to },
      after: cursor === undefined ? undefined : translating(() => placeIn(cursor)),
      limit: limit + 1,
    });
    const { items, next } = pageOf(found, limit, ({ at, chain, index }) => [momentKey(at), chain, String(index)]);
    const named = await this.people.named(items, whose);
    const asking = whose === undefined ? [] : [whose.patientId];
    await this.reading.showsTrail(request, [...new Set([...asking, ...named.patientIds])]);
    const last = await lastVerification(pool);
    const staff = new Map((await directory.staff()).map(({ staffId, name }) => [staffId, name]));
    return {
      items: items.map((access) => entryView(access, { people: named.of(access), staff, last })),
      ...{ next, verified: verifiedView(last) },
    };
  }
}

/** @throws CursorUnknown */
function placeIn(cursor: string): TrailPlace {
  const [at = '', chain = '', index = ''] = keysOf(cursor, 'moment', 'id', 'version');
  return { at: momentOf(at), chain: uuidKey(chain), index: Number(index) };
}
