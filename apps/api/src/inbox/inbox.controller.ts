import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import {
  Code,
  DismissMessage,
  queryRoutes,
  ReleaseMessage,
  SetSender,
  Uuid,
  type PostRouteName,
  type QueryAnswer,
} from '@stepway/contracts';
import { CursorUnknown, keysOf, pageOf } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { Access } from '../auth/access.ts';
import type { Caller } from '../auth/caller.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { idIn, parseBody, parseQuery } from '../http/parse.ts';
import { invalid, notFound } from '../http/problem.ts';
import { translating } from '../queries/board.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Resources } from '../resources.ts';
import { sendersOf } from './senders-of.ts';

/** Messages from outside that wait for a person, and who may send them. */
@Controller('v1')
export class InboxController {
  constructor(
    private readonly resources: Resources,
    private readonly access: Access,
  ) {}

  /** Counts only. */
  @Get('inbox')
  @UseInterceptors(Freshness)
  async health(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'inbox'>> {
    parseQuery(queryRoutes.inbox.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'inbox' });
    const counts = await this.resources.inbox.quarantine.counts();
    const oldest = counts.flatMap(({ oldestWaitingMs }) => (oldestWaitingMs === null ? [] : [oldestWaitingMs]));
    return {
      waiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
      oldestWaitingMs: oldest.length === 0 ? null : Math.round(Math.max(...oldest)),
      quarantined: counts.reduce((sum, { quarantined }) => sum + quarantined, 0),
      bySender: counts.map(({ senderId, waiting, quarantined }) => ({ senderId, waiting, quarantined })),
    };
  }

  @Get('inbox/quarantine')
  @UseInterceptors(Freshness)
  async quarantined(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'quarantine'>> {
    const { cursor, limit = 100 } = parseQuery(queryRoutes.quarantine.query, query);
    const caller = await mustBeAllowed(this.resources, request, { ask: 'quarantine' });
    const titles = await this.titlesFor(caller);
    const after = cursor === undefined ? undefined : translating(() => messageIn(cursor));
    const found = await this.resources.inbox.quarantine.list({
      ...{ senderIds: [...titles.keys()], limit: limit + 1 },
      ...(after !== undefined && { after }),
    });
    const { items, next } = pageOf(found, limit, ({ messageId }) => [messageId]);
    return { items: items.map((item) => ({ ...item, sender: titles.get(item.senderId) ?? item.senderId })), next };
  }

  /** With what the sender wrote; the look is on record before it is answered. */
  @Get('inbox/quarantine/:messageId')
  @UseInterceptors(Freshness)
  async message(
    @Param('messageId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'quarantinedMessage'>> {
    parseQuery(queryRoutes.quarantinedMessage.query, query);
    const caller = await mustBeAllowed(this.resources, request, { ask: 'quarantinedMessage' });
    const titles = await this.titlesFor(caller);
    const found = await this.resources.inbox.quarantine.read(idIn(id));
    const sender = found && titles.get(found.senderId);
    if (found === undefined || sender === undefined) throw notFound();
    const subject = { subjectKind: 'system', subjectIds: [found.messageId] } as const;
    await recordAct(this.resources, request, caller, { action: 'open-text', ...subject });
    return { ...found, sender };
  }

  @Post('inbox/quarantine/:messageId/release')
  @HttpCode(202)
  async release(@Param('messageId') id: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await this.decider(request, 'releaseMessage', id);
    const { patientId, text } = parseBody(ReleaseMessage, body);
    if (patientId !== undefined) await this.mustBeSeen(caller, patientId);
    const messageId = idIn(id);
    const people = patientId === undefined ? [] : [patientId];
    await this.record(request, caller, [messageId, ...people]);
    const correction = { ...(patientId !== undefined && { patientId }), ...(text !== undefined && { text }) };
    if (!(await this.resources.inbox.quarantine.release(messageId, correction, caller.actor.id))) throw notFound();
  }

  @Post('inbox/quarantine/:messageId/dismiss')
  @HttpCode(204)
  async dismiss(@Param('messageId') id: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await this.decider(request, 'dismissMessage', id);
    const { reasonCode } = parseBody(DismissMessage, body);
    const messageId = idIn(id);
    await this.record(request, caller, [messageId]);
    if (!(await this.resources.inbox.quarantine.dismiss(messageId, reasonCode, caller.actor.id))) throw notFound();
  }

  @Get('senders')
  @UseInterceptors(Freshness)
  async senders(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'senders'>> {
    parseQuery(queryRoutes.senders.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'senders' });
    return { items: [...(await this.resources.inbox.senders.all())] };
  }

  @Post('senders/:senderId')
  @HttpCode(204)
  async setSender(@Param('senderId') id: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'setSender' });
    const senderId = Code.safeParse(id);
    if (!senderId.success) throw notFound();
    const sender = { senderId: senderId.data, ...parseBody(SetSender, body) };
    const unknown = sender.siteIds.findIndex((siteId) => this.resources.programmes.site(siteId) === undefined);
    if (unknown !== -1) throw invalid([{ pointer: `/siteIds/${unknown}`, message: 'There is no such site' }]);
    await this.record(request, caller, [sender.senderId]);
    await this.resources.inbox.senders.set(sender, caller.actor.id);
  }

  /** Of a message of a sender for which the caller does not answer, nothing is there. */
  private async decider(request: FastifyRequest, route: PostRouteName, id: string): Promise<Caller> {
    const caller = await mustBeAllowed(this.resources, request, { post: route });
    const senderId = await this.resources.inbox.quarantine.senderOf(idIn(id));
    if (senderId === undefined || !(await this.titlesFor(caller)).has(senderId)) throw notFound();
    return caller;
  }

  private async mustBeSeen(caller: Caller, patientId: string): Promise<void> {
    const known = await this.resources.privacy.identities.get(patientId);
    if (known !== undefined && (await this.access.amongPeople(caller, [patientId])).has(patientId)) return;
    throw invalid([{ pointer: '/patientId', message: 'There is no such person' }]);
  }

  private async titlesFor({ scope }: Caller): Promise<ReadonlyMap<string, string>> {
    const senders = sendersOf(await this.resources.inbox.senders.all(), scope);
    return new Map(senders.map(({ senderId, title }) => [senderId, title]));
  }

  private record(request: FastifyRequest, caller: Caller, subjectIds: readonly string[]): Promise<void> {
    return recordAct(this.resources, request, caller, { action: 'write', subjectKind: 'system', subjectIds });
  }
}

function messageIn(cursor: string): string {
  const messageId = Uuid.safeParse(keysOf(cursor, 'id')[0]);
  if (!messageId.success) throw new CursorUnknown();
  return messageId.data;
}
