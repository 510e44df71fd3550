import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { notification, type Notification } from '@stepway/clinical-codes';
import { Uuid, type FhirRouteName } from '@stepway/contracts';
import { subscriptionsAtOnce, type RegisteredPartner, type Subscription } from '@stepway/partners';
import { isLoopback, publicAddress } from '@stepway/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { fhirBase } from '../fhir/as-fhir.ts';
import { resourceIn } from '../fhir/fhir-body.ts';
import { fhirJson } from '../fhir/outcome.ts';
import { prefers } from '../fhir/prefers.ts';
import { queryOf } from '../fhir-read/search-asked.ts';
import { parseQuery } from '../http/parse.ts';
import { invalid, notAllowed, notFound, ProblemError } from '../http/problem.ts';
import { OpenToPartners } from '../partner-access/open-to-partners.ts';
import { Resources } from '../resources.ts';
import { notifiedAgain } from './subscription-events.ts';
import { statusOf, subscriptionResource, wantedIn } from './subscription-form.ts';

const Numbers = z.looseObject({
  eventsSinceNumber: z.coerce.number().int().min(1).optional(),
  eventsUntilNumber: z.coerce.number().int().min(1).optional(),
});
const mostEvents = 100;

/** Subscriptions by rest-hook (R4, R5 Backport): a partner's own. */
@Controller('fhir/R4/Subscription')
@OpenToPartners('fhir')
export class SubscriptionsController {
  constructor(private readonly resources: Resources) {}

  @Post()
  async create(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { partner, record, by } = await this.asking(request, 'createSubscription');
    const { configuration, log, webhooks, now } = this.resources;
    const wanted = wantedIn(
      resourceIn(body),
      ({ hostname }) => configuration.webhooks.loopback && isLoopback(hostname),
      now(),
    );
    await record('write');
    const { partnerId } = partner.partner;
    const afterPosition = await log.lastPosition();
    const id = await webhooks.subscriptions.create({ ...wanted, partnerId, afterPosition, by, now: now() });
    if (id === undefined) throw tooManySubscriptions();
    reply.header('location', `${this.base}/Subscription/${id}`);
    this.answer(reply, 201, subscriptionResource(await this.own(partner, id)));
  }

  @Get()
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { partner } = await this.asking(request, 'searchSubscriptions');
    const [unknown] = queryOf(request).filter(([name]) => name !== '_format');
    if (unknown !== undefined && !prefers(request, 'handling=lenient'))
      throw invalid([{ pointer: `query:${unknown[0].slice(0, 64)}`, message: 'Not a parameter of Subscription here' }]);
    const found = await this.resources.webhooks.subscriptions.list(partner.partner.partnerId);
    const entry = found.map((one) => ({
      fullUrl: `${this.base}/Subscription/${one.subscriptionId}`,
      resource: subscriptionResource(one),
      search: { mode: 'match' },
    }));
    this.answer(reply, 200, {
      resourceType: 'Bundle',
      type: 'searchset',
      total: entry.length,
      link: [{ relation: 'self', url: `${this.base}/Subscription` }],
      ...(entry.length > 0 && { entry }),
    });
  }

  @Get(':id')
  async read(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { partner } = await this.asking(request, 'readSubscription');
    this.answer(reply, 200, subscriptionResource(await this.own(partner, id)));
  }

  @Delete(':id')
  async end(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { partner, record, by } = await this.asking(request, 'endSubscription');
    const { subscriptionId } = await this.own(partner, id);
    await record('write');
    await this.resources.webhooks.subscriptions.end(
      partner.partner.partnerId,
      subscriptionId,
      by,
      this.resources.now(),
    );
    void reply.code(204).send();
  }

  @Get(':id/$status')
  async status(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { partner } = await this.asking(request, 'subscriptionStatus');
    const own = await this.own(partner, id);
    this.answer(reply, 200, this.told(own, 'query-status', []));
  }

  /** Consent is asked of each, now. */
  @Get(':id/$events')
  async events(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { partner, record } = await this.asking(request, 'subscriptionEvents');
    const own = await this.own(partner, id);
    const { eventsSinceNumber: from = 1, eventsUntilNumber: to = from + mostEvents - 1 } = parseQuery(Numbers, query);
    await record('read');
    const found = await this.resources.webhooks.subscriptions.events(own.subscriptionId, from, to);
    const told = [];
    for (const one of found) told.push(...(await notifiedAgain(this.resources, partner, one)));
    this.answer(reply, 200, this.told(own, 'query-event', told));
  }

  private get base(): string {
    return `${publicAddress(this.resources.configuration)}${fhirBase}`;
  }

  private told(own: Subscription, kind: Notification['kind'], events: Notification['events']): object {
    const { subscriptionId, settings, events: eventsSinceStart } = own;
    const ids = { bundle: randomUUID(), status: randomUUID() };
    return notification(this.base, {
      ids,
      subscriptionId,
      settings,
      status: statusOf(own),
      kind,
      eventsSinceStart,
      events,
    });
  }

  /** @throws ProblemError 404 */
  private async own({ partner }: RegisteredPartner, id: string): Promise<Subscription> {
    const uuid = Uuid.safeParse(id);
    const found = uuid.success
      ? await this.resources.webhooks.subscriptions.find(partner.partnerId, uuid.data)
      : undefined;
    if (found === undefined) throw notFound();
    return found;
  }

  /** @throws ProblemError 403 for everybody but a partner */
  private async asking(request: FastifyRequest, route: FhirRouteName) {
    const caller = await mustBeAllowed(this.resources, request, { fhir: route });
    const { partnerId } = caller;
    const partner = partnerId && (await this.resources.partners.registrations.find(partnerId));
    if (!partner) throw notAllowed('Only a partner has Subscriptions');
    const subject = { subjectKind: 'system', subjectIds: [partner.partner.partnerId] } as const;
    const record = (action: 'read' | 'write') => recordAct(this.resources, request, caller, { action, ...subject });
    return { partner, record, by: caller.actor.id };
  }

  private answer(reply: FastifyReply, status: number, resource: object): void {
    void reply.code(status).type(fhirJson).header('cache-control', 'no-store').send(JSON.stringify(resource));
  }
}

const tooManySubscriptions = (): ProblemError =>
  new ProblemError({
    name: 'too-many-subscriptions',
    status: 429,
    title: `One partner has at most ${subscriptionsAtOnce} Subscriptions: end one`,
    headers: { 'retry-after': '600' },
  });
