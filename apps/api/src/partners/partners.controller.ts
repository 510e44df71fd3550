import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import { queryRoutes, SetPartner, type PartnerView, type QueryAnswer } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { parseBody, parseQuery } from '../http/parse.ts';
import { invalid, notFound } from '../http/problem.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { isLoopback } from '@stepway/platform';
import { OpenToPartners } from '../partner-access/open-to-partners.ts';
import { Resources } from '../resources.ts';
import { receiverAddress } from '../webhooks/webhook-view.ts';
import { partnerIdIn } from './partner-id-in.ts';
import { partnerView } from './partner-view.ts';

/** Who outside is told what a consent allows. */
@Controller('v1/partners')
export class PartnersController {
  constructor(private readonly resources: Resources) {}

  @Get()
  @UseInterceptors(Freshness)
  async partners(@Query() query: unknown, @Req() request: FastifyRequest): Promise<QueryAnswer<'partners'>> {
    parseQuery(queryRoutes.partners.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'partners' });
    const known = await this.resources.partners.registrations.all();
    return { items: await Promise.all(known.map(({ partner }) => partnerView(this.resources, partner))) };
  }

  @Get(':partnerId')
  @OpenToPartners('stream')
  @UseInterceptors(Freshness)
  async partner(
    @Param('partnerId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PartnerView> {
    parseQuery(queryRoutes.partner.query, query);
    await mustBeAllowed(this.resources, request, { ask: 'partner' });
    const known = await this.resources.partners.registrations.find(partnerIdIn(id));
    if (known === undefined) throw notFound();
    return partnerView(this.resources, known.partner);
  }

  /** The act is on record before it holds. */
  @Post(':partnerId')
  @HttpCode(204)
  async set(@Param('partnerId') id: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'setPartner' });
    const partner = { partnerId: partnerIdIn(id), ...parseBody(SetPartner, body) };
    const unknown = partner.siteIds?.findIndex((site) => this.resources.programmes.site(site) === undefined) ?? -1;
    if (unknown !== -1) throw invalid([{ pointer: `/siteIds/${unknown}`, message: 'There is no such site' }]);
    const keysAt = partner.jwksUri === undefined ? undefined : new URL(partner.jwksUri);
    const isTried = this.resources.configuration.webhooks.loopback && keysAt && isLoopback(keysAt.hostname);
    if (keysAt && keysAt.protocol !== 'https:' && !isTried)
      throw invalid([{ pointer: '/jwksUri', message: receiverAddress }]);
    const subject = { subjectKind: 'system', subjectIds: [partner.partnerId] } as const;
    await recordAct(this.resources, request, caller, { action: 'write', ...subject });
    await this.resources.partners.registrations.set(partner, caller.actor.id);
  }
}
