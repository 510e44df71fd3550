import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  CallerId,
  ChangeStaff,
  NewStaff,
  queryRoutes,
  SetOnCall,
  SetTeam,
  staffRoles,
  type QueryAnswer,
  type StaffView,
} from '@stepway/contracts';
import type { StaffEntry } from '@stepway/platform';
import { CursorUnknown, keysOf, pageOf, type Page } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { sessionsEnded } from '../auth/sessions-ended.ts';
import { parseBody, parseQuery } from '../http/parse.ts';
import { invalid, notFound, ProblemError } from '../http/problem.ts';
import { translating } from '../queries/board.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Resources } from '../resources.ts';

/** Who works here, where, and with whom. */
@Controller('v1')
export class DirectoryController {
  constructor(private readonly resources: Resources) {}

  @Get('staff')
  @UseInterceptors(Freshness)
  async staff(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<StaffView>> {
    const { site, role, active, cursor, limit = 500 } = parseQuery(queryRoutes.staff.query, query);
    const { actor } = await mustBeAllowed(this.resources, request, { ask: 'staff' });
    const after = cursor === undefined ? undefined : translating(() => staffIn(cursor));
    const found = await this.resources.directory.staff({
      ...{ siteIds: site, roles: role, active, after },
      limit: limit + 1,
    });
    const { items, next } = pageOf(found, limit, ({ staffId }) => [staffId]);
    return { items: items.map((entry) => viewFor(actor.role, entry)), next };
  }

  @Get('sites')
  @UseInterceptors(Freshness)
  async sites(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'sites'>> {
    parseQuery(queryRoutes.sites.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'sites' });
    const items = this.resources.programmes.sites.map(({ siteId, title, timeZone, programmes }) => ({
      ...{ siteId, title, timeZone },
      programmes: programmes.map(({ programme }) => programme),
    }));
    return { items };
  }

  @Get('teams')
  @UseInterceptors(Freshness)
  async teams(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'teams'>> {
    parseQuery(queryRoutes.teams.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'teams' });
    return { items: [...(await this.resources.directory.teams())] };
  }

  @Get('on-call')
  @UseInterceptors(Freshness)
  async onCall(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'onCall'>> {
    parseQuery(queryRoutes.onCall.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'onCall' });
    return { items: [...(await this.resources.directory.onCall())] };
  }

  /** 201 when added, 200 if exactly this entry is there. */
  @Post('staff')
  async add(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffView> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'addStaff' });
    const entry = parseBody(NewStaff, body);
    this.refuseUnknownPlaces(entry);
    await this.record(request, caller, entry.staffId);
    const added = await this.resources.directory.add(entry, caller.actor.id);
    if (added.outcome === 'taken') throw taken();
    reply.code(added.outcome === 'added' ? 201 : 200);
    return viewFor(caller.actor.role, added.entry);
  }

  @Post('staff/:staffId')
  @HttpCode(200)
  async change(
    @Param('staffId') staffId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<StaffView> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'changeStaff' });
    const entry = parseBody(ChangeStaff, body);
    const seen = versionSeen(request);
    this.refuseUnknownPlaces(entry);
    // Who locks themselves out may have been the last who could let anybody in: the first role is the one they come in by.
    if (staffId === caller.actor.id && !(entry.active && entry.roles[0] === 'administrator')) throw ownAccess();
    await this.record(request, caller, staffId);
    const changed = await this.resources.directory.change(staffId, entry, caller.actor.id, seen);
    if (changed === undefined) throw notFound();
    if (changed === 'moved-on') throw changedMeanwhile();
    if (changed === 'taken') throw taken();
    await this.signOutWhoLeft(request, changed, caller);
    return viewFor(caller.actor.role, changed);
  }

  @Post('teams/:teamId')
  @HttpCode(204)
  async setTeam(@Param('teamId') teamId: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'setTeam' });
    if (!CallerId.safeParse(teamId).success) throw notFound();
    const team = parseBody(SetTeam, body);
    this.refuseUnknownPlaces({ sites: [team.siteId], programmes: null }, '/siteId');
    const known = new Set((await this.resources.directory.staff()).map(({ staffId }) => staffId));
    const unknown = team.staffIds.findIndex((staffId) => !known.has(staffId));
    if (unknown !== -1) throw invalid([{ pointer: `/staffIds/${unknown}`, message: 'There is nobody with this id' }]);
    await this.record(request, caller, teamId);
    await this.resources.directory.setTeam({ teamId, ...team }, caller.actor.id);
  }

  @Post('on-call/:siteId/:role')
  @HttpCode(204)
  async setOnCall(
    @Param('siteId') siteId: string,
    @Param('role') named: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'setOnCall' });
    const role = staffRoles.find((one) => one === named);
    const isOwn = caller.scope.sites?.includes(siteId) ?? true;
    if (role === undefined || !isOwn || this.resources.programmes.site(siteId) === undefined) throw notFound();
    const { staffIds, until } = parseBody(SetOnCall, body);
    if (until !== null && Date.parse(until) <= Date.now())
      throw invalid([{ pointer: '/until', message: 'This moment has passed' }]);
    const takers = await this.resources.directory.staff({ siteIds: [siteId], roles: [role], active: true });
    const unfit = staffIds.findIndex((one) => !takers.some(({ staffId }) => staffId === one));
    if (unfit !== -1)
      throw invalid([{ pointer: `/staffIds/${unfit}`, message: 'Nobody with this id has this role at this site' }]);
    await this.record(request, caller, `${siteId}.${role}`);
    await this.resources.directory.setOnCall({ siteId, role, staffIds, until }, caller.actor.id);
  }

  private async signOutWhoLeft(request: FastifyRequest, { staffId, active }: StaffEntry, by: Caller): Promise<void> {
    if (active) return;
    const ended = await this.resources.sessions.endAll(staffId, by.actor.id);
    await sessionsEnded(this.resources, request, by, ended);
  }

  /** @throws ProblemError 400 at the field */
  private refuseUnknownPlaces(
    { sites, programmes }: Pick<StaffView, 'sites' | 'programmes'>,
    siteField = '/sites',
  ): void {
    const known = this.resources.programmes;
    if (sites?.some((siteId) => known.site(siteId) === undefined))
      throw invalid([{ pointer: siteField, message: 'There is no such site' }]);
    if (programmes?.some((id) => known.newest(id) === undefined))
      throw invalid([{ pointer: '/programmes', message: 'There is no such programme' }]);
  }

  /** What is changed is on record before it is changed. */
  private record(request: FastifyRequest, caller: Caller, id: string): Promise<void> {
    return recordAct(this.resources, request, caller, { action: 'write', subjectKind: 'system', subjectIds: [id] });
  }
}

/** @throws CursorUnknown */
function staffIn(cursor: string): string {
  const staffId = CallerId.safeParse(keysOf(cursor, 'id')[0]);
  if (!staffId.success) throw new CursorUnknown();
  return staffId.data;
}

function viewFor(role: string, { subject, version, ...entry }: StaffEntry): StaffView {
  return role === 'administrator' ? { ...entry, subject, version } : entry;
}

/** @throws ProblemError 400 */
function versionSeen({ headers: { 'if-match': match } }: FastifyRequest): string | undefined {
  if (match === undefined) return undefined;
  const [, version] = /^"(\d{1,18})"$/.exec(match) ?? [];
  if (version === undefined) throw invalid([{ pointer: 'header:If-Match', message: 'the version of the entry' }]);
  return version;
}

const taken = (): ProblemError =>
  new ProblemError({
    name: 'StaffTaken',
    status: 409,
    title: 'This id, or who it is at the sign-in provider, is taken',
  });
const changedMeanwhile = (): ProblemError =>
  new ProblemError({
    name: 'StaffChanged',
    status: 412,
    title: 'Somebody else has changed this entry meanwhile',
    errors: [{ pointer: 'header:If-Match', message: 'not the version of the entry' }],
  });
const ownAccess = (): ProblemError =>
  new ProblemError({ name: 'OwnAccess', status: 409, title: 'Nobody takes the administrator’s role from themselves' });
