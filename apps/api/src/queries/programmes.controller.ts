import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  PreviewRequest,
  queryRoutes,
  ReplayReport,
  readProgramme,
  type Preview,
  type ProgrammeView,
  type PublishedProgramme,
  type QueryAnswer,
} from '@stepway/contracts';
import type { Programme, ProgrammeVersion } from '@stepway/pathway';
import type { Publication } from '@stepway/platform';
import { pageAfter, readReport, type Page } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { parseBody, parseQuery, versionNumber } from '../http/parse.ts';
import { invalid, notFound, ProblemError } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { translating } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
import { programmeView, publishedProgramme } from './programme-view.ts';
import { tryProgramme } from './try-programme.ts';

/** The programmes by which journeys are judged. */
@Controller('v1/programmes')
export class ProgrammesController {
  constructor(private readonly resources: Resources) {}

  /** 201 for a new version, 200 if the same content was published before; 409 if its number is taken. */
  @Post()
  async publish(
    @Body() body: unknown,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublishedProgramme> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'publishProgramme' });
    parseQuery(queryRoutes.programme.query, query);
    const read = readProgramme(body);
    if ('faults' in read) throw invalid(read.faults, 'The programme cannot be published');
    const { programme } = read;
    await recordAct(this.resources, request, caller, {
      ...{ action: 'write', subjectKind: 'system', subjectIds: [programme.id] },
    });
    const publication = await this.resources.programmes.publish(programme, body, caller.actor.id);
    const version = versionIn(programme, publication);
    reply
      .code(version.outcome === 'published' ? 201 : 200)
      .header('location', `/v1/programmes/${programme.id}/${programme.version}`);
    return publishedProgramme(programme, version.version);
  }

  @Get()
  @UseInterceptors(Freshness)
  all(@Query() query: unknown): Page<ProgrammeView> {
    const asked = parseQuery(queryRoutes.programmes.query, query);
    const { programmes } = this.resources;
    const views = programmes.all.map((programme) => programmeView(programme, programmes.published(programme)));
    return translating(() => pageAfter(views, ({ id, version }) => [id, String(version)], asked));
  }

  @Get(':id')
  @UseInterceptors(Freshness)
  newest(@Param('id') id: string, @Query() query: unknown): PublishedProgramme {
    parseQuery(queryRoutes.programme.query, query);
    return this.found(this.resources.programmes.newest(id));
  }

  @Get(':id/:version')
  @UseInterceptors(Freshness)
  version(@Param('id') id: string, @Param('version') version: string, @Query() query: unknown): PublishedProgramme {
    parseQuery(queryRoutes.programmeVersion.query, query);
    return this.found(this.resources.programmes.find({ id, version: versionNumber(version) }));
  }

  /** How the real log would have been judged by it, as it was last found out. */
  @Get(':id/:version/replay')
  @UseInterceptors(Freshness)
  async replay(
    @Param('id') id: string,
    @Param('version') version: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'programmeReplay'>> {
    parseQuery(queryRoutes.programmeReplay.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'programmeReplay' });
    const kept = await readReport(this.resources.pool, `replay ${id} ${versionNumber(version)}`);
    if (kept === undefined || typeof kept.body !== 'object') return { report: null };
    return { report: ReplayReport.safeParse({ ...kept.body, at: kept.at }).data ?? null };
  }

  /** A test patient's journey by this version, in memory. */
  @Post(':id/:version/preview')
  @HttpCode(200)
  async preview(
    @Param('id') id: string,
    @Param('version') version: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Preview> {
    await mustBeAllowed(this.resources, request, { post: 'previewProgramme' });
    const { programmes } = this.resources;
    const programme = programmes.find({ id, version: versionNumber(version) });
    if (programme === undefined) throw notFound();
    return tryProgramme(programme, parseBody(PreviewRequest, body), programmes);
  }

  /** @throws ProblemError 404 */
  private found(programme: Programme | undefined): PublishedProgramme {
    if (programme === undefined) throw notFound();
    return publishedProgramme(programme, this.resources.programmes.published(programme));
  }
}

/** @throws ProblemError 409 */
function versionIn({ id, version }: ProgrammeVersion, publication: Publication) {
  if (publication.outcome === 'published' || publication.outcome === 'known') return publication;
  if (publication.outcome === 'taken')
    throw new ProblemError({
      name: 'ProgrammeVersionTaken',
      status: 409,
      title: 'This version was published with another content',
      detail: `Version ${version} of ${id} never changes, because journeys stand on it: publish this as the next one.`,
      extensions: { contentHash: publication.version.contentHash },
    });
  throw new ProblemError({
    name: 'ProgrammeVersionPassed',
    status: 409,
    title: 'A later version is published already',
    detail: `The newest version of ${id} is ${publication.newest}: publish this as a later one.`,
    extensions: { newest: publication.newest },
  });
}
