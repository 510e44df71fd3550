import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { fhirReadTypes, redisclosureNotice, type FhirReadType, type FhirRouteName } from '@stepway/contracts';
import type { ExportJob } from '@stepway/partners';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { publicUrl } from '../auth/public-url.ts';
import { recordAct } from '../auth/record-act.ts';
import { fhirBase } from '../fhir/as-fhir.ts';
import { fhirJson, outcome } from '../fhir/outcome.ts';
import { prefers } from '../fhir/prefers.ts';
import { queryOf } from '../fhir-read/search-asked.ts';
import { PartnerReader } from '../fhir-read/partner-reader.ts';
import { idIn } from '../http/parse.ts';
import { invalid, notAllowed, notFound } from '../http/problem.ts';
import { OpenToPartners } from '../partner-access/open-to-partners.ts';
import { coversFhir } from '../partner-access/scopes.ts';
import { Resources } from '../resources.ts';
import { ExportDownloads } from './export-downloads.ts';
import { exportAsked, pairsIn } from './export-asked.ts';
import { FhirExports } from './fhir-exports.ts';
import { fileNamed, manifestOf, percentAt } from './manifest.ts';
import { toldLineByLine } from './told-line-by-line.ts';

/** Bulk Data `$export` (FHIR Bulk Data 2): all that consents allow a partner to be told, by the consents of the download. */
@Controller('fhir/R4')
@OpenToPartners('fhir')
export class FhirExportController {
  constructor(
    private readonly resources: Resources,
    private readonly exports: FhirExports,
    private readonly downloads: ExportDownloads,
    private readonly reader: PartnerReader,
  ) {}

  @Get('$export')
  everything(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.start('exportFhir', '$export', request, reply);
  }

  @Post('$export')
  everythingByPost(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.start('exportFhirByPost', '$export', request, reply, body);
  }

  @Get('Patient/$export')
  patients(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.start('exportPatients', 'Patient/$export', request, reply);
  }

  @Post('Patient/$export')
  patientsByPost(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.start('exportPatientsByPost', 'Patient/$export', request, reply, body);
  }

  /** As it was found it is answered; where it is not ready, it is taken further first. */
  @Get('export-jobs/:jobId')
  async status(@Param('jobId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const job = await this.own('exportStatus', id, request);
    reply.header('cache-control', 'no-store');
    if (!job.ready) {
      const { place, ready } = await this.exports.goOn(request, job);
      reply.header('x-progress', `${ready ? 100 : percentAt(place)}%`).header('retry-after', '1');
      return void reply.code(202).send();
    }
    const manifest = manifestOf(job, `${publicUrl(this.resources, request)}${fhirBase}`);
    reply.header('expires', job.expiresAt.toUTCString());
    reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(manifest));
  }

  @Delete('export-jobs/:jobId')
  async end(@Param('jobId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { jobId } = await this.own('endExport', id, request);
    await this.record(request, 'write', [jobId]);
    if (!(await this.exports.end(request, jobId))) throw notFound();
    this.answer(reply, outcome('information', 'informational', 'The export is ended'));
  }

  @Get('export-jobs/:jobId/:file')
  async file(
    @Param('jobId') id: string,
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const job = await this.own('exportFile', id, request);
    const file = fileNamed(job, name);
    const type = fhirReadTypes.find((one) => one === file?.type);
    if (file === undefined || type === undefined) throw notFound();
    await this.mustCover(request, [type]);
    const isThere = async (): Promise<boolean> => (await this.exports.find(request, job.jobId)) !== undefined;
    const lines = toldLineByLine({ reader: this.reader, request, job, file, isThere });
    await this.downloads.send(job.partnerId, lines, reply, {
      'content-type': 'application/fhir+ndjson',
      'cache-control': 'no-store',
      'stepway-notice': redisclosureNotice,
    });
  }

  private async start(
    route: FhirRouteName,
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
    body?: unknown,
  ): Promise<void> {
    const { scopes = [] } = await mustBeAllowed(this.resources, request, { fhir: route });
    if (!prefers(request, 'respond-async'))
      throw invalid([{ pointer: 'header:prefer', message: 'An export is asked with Prefer: respond-async' }]);
    const pairs = [...queryOf(request), ...(Buffer.isBuffer(body) ? pairsIn(body) : [])];
    const { types, since, leftAside, said } = exportAsked(pairs, prefers(request, 'handling=lenient'));
    const wanted = types ?? fhirReadTypes.filter((type) => isCovered(scopes, type));
    await this.mustCover(request, wanted);
    const jobId = randomUUID();
    await this.record(request, 'export', [jobId]);
    const search = said.length === 0 ? '' : `?${new URLSearchParams(said.map(([...pair]) => pair)).toString()}`;
    await this.exports.start(request, { jobId, since, types: wanted, request: `/${path}${search}` });
    const place = `${publicUrl(this.resources, request)}${fhirBase}/export-jobs/${jobId}`;
    reply.header('content-location', place);
    const taken = 'It is taken; Content-Location is where it is told of';
    this.answer(reply, outcome('information', 'informational', taken, leftAside));
  }

  /** @throws ProblemError 404 for another's, and one that is no more; that somebody asked is on record */
  private async own(route: FhirRouteName, id: string, request: FastifyRequest): Promise<ExportJob> {
    await mustBeAllowed(this.resources, request, { fhir: route });
    const job = await this.exports.find(request, idIn(id));
    if (job !== undefined) return job;
    await this.reader.misses(request);
    throw notFound();
  }

  /** What is exported is found and read. @throws ProblemError 403; the denial is on record */
  private async mustCover(request: FastifyRequest, types: readonly FhirReadType[]): Promise<void> {
    const { scopes = [] } = callerOf(request);
    if (types.length > 0 && types.every((type) => isCovered(scopes, type))) return;
    await this.record(request, 'export', [], 'denied');
    throw notAllowed('The token was not given for this');
  }

  private record(
    request: FastifyRequest,
    action: 'export' | 'write',
    subjectIds: readonly string[],
    outcomeOfIt: 'granted' | 'denied' = 'granted',
  ): Promise<void> {
    const act = { action, subjectKind: 'system', subjectIds, outcome: outcomeOfIt } as const;
    return recordAct(this.resources, request, callerOf(request), act);
  }

  private answer(reply: FastifyReply, resource: object): void {
    reply.code(202).type(fhirJson).header('cache-control', 'no-store').send(JSON.stringify(resource));
  }
}

const isCovered = (scopes: readonly string[], type: FhirReadType): boolean =>
  coversFhir(scopes, type, 'r') && coversFhir(scopes, type, 's');
