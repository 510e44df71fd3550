import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  BreakTheGlass,
  queryRoutes,
  ReviewEmergency,
  type EmergencyView,
  type OpenEmergency,
} from '@stepway/contracts';
import { NoPatientKey, type Access as Recorded } from '@stepway/privacy';
import { keysOf, pageOf, type Page } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../auth/access.ts';
import type { Caller } from '../auth/caller.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { covers } from '../auth/policy.ts';
import { recordAct } from '../auth/record-act.ts';
import { idIn, parseBody, parseQuery } from '../http/parse.ts';
import { notFound } from '../http/problem.ts';
import { translating } from '../queries/board.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Reading } from '../queries/reading.ts';
import { Resources } from '../resources.ts';
import { notNeeded, ownEmergency, reviewedBefore } from './emergency-problems.ts';
import { emergencyView, openEmergency } from './emergency-view.ts';
import { momentKey, momentOf, uuidKey } from './cursor-keys.ts';

/** One journey opened outside of somebody's scope, for a time, with a reason; and what who reviews it says. */
@Controller('v1')
export class EmergenciesController {
  constructor(
    private readonly resources: Resources,
    private readonly access: Access,
    private readonly reading: Reading,
  ) {}

  /** 201, or 200 if it is open already; a journey that is not there is refused as any that may not be seen. */
  @Post('episodes/:episodeId/break-the-glass')
  async breakTheGlass(
    @Param('episodeId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenEmergency> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'breakTheGlass' });
    const { kind, reason } = parseBody(BreakTheGlass, body);
    const episodeId = idIn(id);
    const place = await this.access.placeOf(episodeId);
    if (place === undefined) throw await this.nothing(request, caller, episodeId);
    if (covers(caller.scope, place)) throw notNeeded();
    const { privacy, now, configuration } = this.resources;
    const at = now().toISOString();
    const { actor, sessionHash } = caller;
    const open = await privacy.emergencies.openTo(actor.id, sessionHash, at);
    const known = open.find((one) => one.episodeId === episodeId);
    reply.code(known === undefined ? 201 : 200);
    if (known !== undefined) return openEmergency(known);

    const emergencyId = randomUUID();
    const until = new Date(Date.parse(at) + configuration.emergencyMinutes * 60_000).toISOString();
    const emergency = {
      emergencyId,
      episodeId,
      patientId: place.patientId,
      actor,
      kind,
      reason,
      at,
      until,
      sessionHash,
    };
    await this.record(request, caller, { action: 'break-the-glass', subjectIds: [episodeId], emergencyId });
    await privacy.emergencies.begin(emergency).catch(async (error: unknown) => {
      // Whose data were erased has nothing that could be opened.
      throw error instanceof NoPatientKey ? await this.nothing(request, caller, episodeId) : error;
    });
    return openEmergency(emergency);
  }

  /** By who began it. */
  @Post('break-the-glass/:emergencyId/end')
  @HttpCode(204)
  async end(@Param('emergencyId') id: string, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'endEmergency' });
    const { privacy, now } = this.resources;
    const emergency = await privacy.emergencies.get(idIn(id));
    if (emergency?.actor.id !== caller.actor.id) throw notFound();
    const { emergencyId, episodeId } = emergency;
    await this.record(request, caller, { action: 'end-emergency', subjectIds: [episodeId], emergencyId });
    await privacy.emergencies.end(emergencyId, caller.actor.id, now().toISOString());
  }

  @Get('break-the-glass')
  @UseInterceptors(Freshness)
  async emergencies(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<EmergencyView>> {
    const { state = 'open', cursor, limit = 50 } = parseQuery(queryRoutes.emergencies.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'emergencies' }, { ofAll: true });
    const { privacy, directory } = this.resources;
    const after = cursor === undefined ? undefined : translating(() => placeIn(cursor));
    const found = await privacy.emergencies.list({ state, after, limit: limit + 1 });
    const { items, next } = pageOf(found, limit, ({ at, emergencyId }) => [momentKey(at), emergencyId]);
    const patientIds = [...new Set(items.map(({ patientId }) => patientId))];
    const names = await privacy.identities.namesOf(patientIds);
    const staff = await directory.staff();
    await this.reading.showsTrail(request, patientIds);
    return { items: items.map((emergency) => emergencyView(emergency, { names, staff })), next };
  }

  /** Once, and never by who opened the journey; what was not justified does not go on. */
  @Post('break-the-glass/:emergencyId/review')
  @HttpCode(204)
  async review(@Param('emergencyId') id: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'reviewEmergency' }, { ofAll: true });
    const { finding, note } = parseBody(ReviewEmergency, body);
    const { privacy, now } = this.resources;
    const emergency = await privacy.emergencies.get(idIn(id));
    if (emergency === undefined) throw notFound();
    const by = caller.actor.id;
    if (emergency.actor.id === by) throw ownEmergency();
    const { emergencyId, episodeId } = emergency;
    await this.record(request, caller, { action: 'review-emergency', subjectIds: [episodeId], emergencyId });
    const at = now().toISOString();
    if (!(await privacy.emergencies.review(emergency, { at, by, finding, note: note ?? null }))) throw reviewedBefore();
    if (finding === 'not-justified') await privacy.emergencies.end(emergencyId, by, at);
  }

  private async nothing(request: FastifyRequest, caller: Caller, episodeId: string) {
    await this.record(request, caller, { action: 'break-the-glass', subjectIds: [episodeId], outcome: 'denied' });
    return notFound();
  }

  private record(
    request: FastifyRequest,
    caller: Caller,
    access: Pick<Recorded, 'action' | 'subjectIds'> & Partial<Recorded>,
  ): Promise<void> {
    return recordAct(this.resources, request, caller, { subjectKind: 'episode', ...access });
  }
}

/** @throws CursorUnknown */
function placeIn(cursor: string): { readonly at: string; readonly emergencyId: string } {
  const [at = '', emergencyId = ''] = keysOf(cursor, 'moment', 'id');
  return { at: momentOf(at), emergencyId: uuidKey(emergencyId) };
}
