import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  queryRoutes,
  RotateWebhook,
  SetWebhook,
  type PostRouteName,
  type QueryAnswer,
  type QueryName,
} from '@stepway/contracts';
import type { RegisteredPartner } from '@stepway/partners';
import { isLoopback } from '@stepway/platform';
import { pageOf } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { idIn, parseBody, parseQuery } from '../http/parse.ts';
import { invalid, notFound } from '../http/problem.ts';
import { OpenToPartners } from '../partner-access/open-to-partners.ts';
import { translating } from '../queries/board.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Resources } from '../resources.ts';
import { beforeIn, deliveryView, keysOfDelivery, receiverAddress, webhookView } from './webhook-view.ts';

const hourMs = 3_600_000;

/** Where a partner is told by a message to it: its own, or an administrator's to see to. */
@Controller('v1/partners/:partnerId/webhooks')
@OpenToPartners('stream')
export class WebhooksController {
  constructor(private readonly resources: Resources) {}

  @Get()
  @UseInterceptors(Freshness)
  async webhook(
    @Param('partnerId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'webhook'>> {
    parseQuery(queryRoutes.webhook.query, query);
    const { partnerId } = await this.asked(request, 'webhook', id);
    const { webhooks, now } = this.resources;
    const endpoint = await webhooks.endpoints.ofPartner(partnerId, now());
    return { webhook: endpoint ? webhookView(endpoint, await webhooks.letters.counts(partnerId)) : null };
  }

  @Get('deliveries')
  @UseInterceptors(Freshness)
  async deliveries(
    @Param('partnerId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<QueryAnswer<'webhookDeliveries'>> {
    const { state, cursor, limit = 100 } = parseQuery(queryRoutes.webhookDeliveries.query, query);
    const { partnerId } = await this.asked(request, 'webhookDeliveries', id);
    const before = cursor === undefined ? undefined : translating(() => beforeIn(cursor));
    const found = await this.resources.webhooks.letters.list({
      ...{
        partnerId,
        limit: limit + 1,
        ...(state !== undefined && { state }),
        ...(before !== undefined && { before }),
      },
    });
    const { items, next } = pageOf(found, limit, keysOfDelivery);
    return { items: items.map(deliveryView), next };
  }

  /** The secret of a new one is in this answer alone. */
  @Post()
  async set(
    @Param('partnerId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly secret?: string }> {
    const change = await this.changing(request, 'setWebhook', id);
    const { url } = parseBody(SetWebhook, body);
    const { protocol, hostname } = new URL(url);
    const isTried = this.resources.configuration.webhooks.loopback && isLoopback(hostname);
    if (protocol !== 'https:' && !isTried) throw invalid([{ pointer: '/url', message: receiverAddress }]);
    await change.record();
    const afterPosition = await this.resources.log.lastPosition();
    const answer = await this.resources.webhooks.endpoints.set({ ...change.of, url, afterPosition });
    void reply.status(answer.secret === undefined ? 200 : 201).header('cache-control', 'no-store');
    return answer;
  }

  @Post('rotate')
  @HttpCode(200)
  async rotate(
    @Param('partnerId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly secret: string }> {
    const change = await this.changing(request, 'rotateWebhook', id);
    const { overlapHours } = parseBody(RotateWebhook, body);
    await change.record();
    const overlapMs = overlapHours * hourMs;
    const secret = await this.resources.webhooks.endpoints.rotate({ ...change.of, overlapMs });
    if (secret === undefined) throw notFound();
    void reply.header('cache-control', 'no-store');
    return { secret };
  }

  @Post('test')
  @HttpCode(202)
  async test(@Param('partnerId') id: string, @Req() request: FastifyRequest): Promise<void> {
    const change = await this.changing(request, 'testWebhook', id);
    await change.record();
    if (!(await this.resources.webhooks.endpoints.ask(change.of))) throw notFound();
  }

  @Post('end')
  @HttpCode(204)
  async end(@Param('partnerId') id: string, @Req() request: FastifyRequest): Promise<void> {
    const change = await this.changing(request, 'endWebhook', id);
    await change.record();
    if (!(await this.resources.webhooks.endpoints.end(change.of))) throw notFound();
  }

  @Post('deliveries/:deliveryId/redeliver')
  @HttpCode(202)
  async redeliver(
    @Param('partnerId') id: string,
    @Param('deliveryId') delivery: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const change = await this.changing(request, 'redeliverWebhook', id);
    const deliveryId = idIn(delivery);
    await change.record();
    const { partnerId, now } = change.of;
    if (!(await this.resources.webhooks.letters.redeliver(partnerId, deliveryId, now))) throw notFound();
  }

  @Post('redeliver-dead')
  @HttpCode(200)
  async redeliverDead(
    @Param('partnerId') id: string,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly count: number }> {
    const change = await this.changing(request, 'redeliverDead', id);
    await change.record();
    return { count: await this.resources.webhooks.letters.redeliverDead(change.of.partnerId, change.of.now) };
  }

  private async asked(request: FastifyRequest, ask: QueryName, id: string): Promise<RegisteredPartner['partner']> {
    await mustBeAllowed(this.resources, request, { ask });
    return this.partner(id);
  }

  /** Who changes what of whom; written down before it holds. */
  private async changing(request: FastifyRequest, post: PostRouteName, id: string) {
    const caller = await mustBeAllowed(this.resources, request, { post });
    const { partnerId } = await this.partner(id);
    const subject = { subjectKind: 'system', subjectIds: [partnerId] } as const;
    return {
      of: { partnerId, by: caller.actor.id, now: this.resources.now() },
      record: () => recordAct(this.resources, request, caller, { action: 'write', ...subject }),
    };
  }

  private async partner(id: string): Promise<RegisteredPartner['partner']> {
    const known = await this.resources.partners.registrations.find(id);
    if (known === undefined) throw notFound();
    return known.partner;
  }
}
