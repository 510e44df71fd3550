import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { partnerQueries, StartReplay, type PartnerMessage, type ReplayView } from '@stepway/contracts';
import { holdJourneys, type HeldJourneys } from '@stepway/event-log';
import { prepareDelivery, type EventAtPlace, type RegisteredPartner } from '@stepway/partners';
import { publicAddress } from '@stepway/platform';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { recordAct } from '../auth/record-act.ts';
import { idIn, parseBody, parseQuery } from '../http/parse.ts';
import { notAllowed, notFound } from '../http/problem.ts';
import { OpenToPartners } from '../partner-access/open-to-partners.ts';
import { Resources } from '../resources.ts';
import { partnerIdIn } from './partner-id-in.ts';
import { replayView, tooManyReplays } from './replay-view.ts';

/** What a partner asks of its own. Consent is asked at that moment, and each answer is accounted for before it is given. */
@Controller('v1/partners/:partnerId')
@OpenToPartners('stream')
export class PartnerOwnController {
  readonly #journeys: HeldJourneys;

  constructor(private readonly resources: Resources) {
    this.#journeys = holdJourneys(resources.log, 500);
  }

  @Get('events')
  async events(@Param('partnerId') id: string, @Query() query: unknown, @Req() request: FastifyRequest) {
    const { after = 0, limit = 200 } = parseQuery(partnerQueries.partnerEvents.query, query);
    const registered = await this.own(request, id);
    const asked = BigInt(after);
    // What lies before the stream began is told by a replay, which is counted and takes its turn.
    const from = asked > registered.afterPosition ? asked : registered.afterPosition;
    const events = await this.resources.log.readPlaced(from, limit);
    const next = events.at(-1)?.position ?? from;
    return { items: await this.tell(registered, events), next: String(next), more: events.length === limit };
  }

  /** What may not be told any more is not there. */
  @Get('events/:eventId')
  async event(@Param('partnerId') id: string, @Param('eventId') reference: string, @Req() request: FastifyRequest) {
    const registered = await this.own(request, id);
    const eventId = await this.resources.partners.eventTold(registered.partner.partnerId, idIn(reference));
    const placed = eventId === undefined ? undefined : await this.resources.log.findPlaced(eventId);
    const told = placed === undefined ? [] : await this.tell(registered, [placed]);
    // Where the event may not be told any more, the end of a consent by it still may be: that is another message.
    const message = told.find(({ id: own }) => own === reference.toLowerCase());
    if (message === undefined) throw notFound();
    return message;
  }

  @Get('replays')
  async replays(
    @Param('partnerId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly items: readonly ReplayView[] }> {
    parseQuery(partnerQueries.partnerReplays.query, query);
    const { partner } = await this.own(request, id);
    return { items: (await this.resources.partners.replays.of(partner.partnerId)).map(replayView) };
  }

  /** @throws ProblemError 429 */
  @Post('replays')
  @HttpCode(202)
  async replay(
    @Param('partnerId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ReplayView> {
    const { partner } = await this.own(request, id);
    const wish = parseBody(StartReplay, body);
    const after = 'after' in wish ? BigInt(wish.after) : await this.resources.log.positionBefore(wish.from);
    const caller = callerOf(request);
    const subject = { subjectKind: 'system', subjectIds: [partner.partnerId] } as const;
    await recordAct(this.resources, request, caller, { action: 'write', ...subject });
    const started = await this.resources.partners.replays.start(partner.partnerId, after, caller.actor.id);
    if (started === undefined) throw tooManyReplays();
    return replayView(started);
  }

  /** @throws ProblemError 403 for who is no partner */
  private async own(request: FastifyRequest, id: string): Promise<RegisteredPartner> {
    const caller = callerOf(request);
    const partnerId = partnerIdIn(id);
    if (caller.partnerId !== partnerId) {
      const nobody = { subjectKind: 'system', subjectIds: [], outcome: 'denied' } as const;
      await recordAct(this.resources, request, caller, { action: 'read', ...nobody });
      throw notAllowed('This is for the partner itself');
    }
    const registered = await this.resources.partners.registrations.find(partnerId);
    if (registered === undefined) throw notFound();
    return registered;
  }

  private tell(registered: RegisteredPartner, events: readonly EventAtPlace[]): Promise<readonly PartnerMessage[]> {
    const { configuration, partners, now } = this.resources;
    const from = { deployment: configuration.deployment, publicUrl: publicAddress(configuration) };
    return prepareDelivery(
      events,
      { to: { ...registered, from }, channel: 'http', occasion: randomUUID(), withEnds: true },
      {
        ...partners,
        journeyNow: async (episodeId) => {
          const { journey, head } = await this.#journeys.current(episodeId);
          return { journey, version: head.version };
        },
        now: () => now().toISOString(),
      },
    );
  }
}
