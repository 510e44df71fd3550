import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  queryRoutes,
  type DecisionView,
  type EpisodeView,
  type EventView,
  type JourneyView,
  type WeeklyScreen,
} from '@stepway/contracts';
import type { CareEvent } from '@stepway/pathway';
import {
  decisionsAt,
  eventsAt,
  eventView,
  journeyViewAt,
  pageAfter,
  readDecisions,
  readJourney,
  readNextEpisode,
  readTimeline,
  readWeeklyScreens,
  weeklyScreensAt,
  type Page,
  type PastMoment,
} from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openEmergency } from '../audit/emergency-view.ts';
import { allowedOn } from '../auth/allowed.ts';
import { ofTheHouse } from '../auth/caller.ts';
import { mayReadNames, mayReadTexts } from '../auth/permissions.ts';
import { idIn, parseQuery } from '../http/parse.ts';
import { notFound } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { Board, translated, translating } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
import { pastMoment } from './past-moment.ts';
import { Reading } from './reading.ts';

/** One journey: its state, its facts, and why things happened. */
@Controller('v1/episodes/:episodeId')
@UseInterceptors(Freshness)
export class JourneyController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly board: Board,
  ) {}

  @Get()
  async episode(
    @Param('episodeId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EpisodeView> {
    const moment = pastMoment(parseQuery(queryRoutes.episode.query, query));
    const episodeId = idIn(id);
    const { actor, grants } = await this.reading.care(request, episodeId);
    const journey =
      moment === undefined ? await readJourney(this.resources.pool, episodeId) : await this.at(episodeId, moment);
    if (journey === undefined) throw notFound();
    const { patientId } = journey;
    const names = mayReadNames(actor.role) ? await this.resources.privacy.identities.namesOf([patientId]) : undefined;
    await this.reading.shows(request, { action: 'read', kind: 'episode', ids: [episodeId] });
    // What the next command may name in `If-Match`.
    if (moment === undefined) reply.header('etag', `"${journey.version}"`);
    const nextEpisodeId = await this.nextOf(request, journey);
    const allowed = moment === undefined ? allowedOn(ofTheHouse(actor).role, journey) : [];
    const grant = grants.find((one) => one.episodeId === episodeId);
    const emergency = grant && (await this.resources.privacy.emergencies.get(grant.emergencyId));
    return {
      ...{ ...journey, name: names?.get(patientId) ?? null, nextEpisodeId, allowed },
      ...(emergency && { emergency: openEmergency(emergency) }),
    };
  }

  /** The episode that follows, where the caller may see that one as well. */
  private async nextOf(request: FastifyRequest, journey: JourneyView): Promise<string | null> {
    const next = await readNextEpisode(this.resources.pool, journey);
    return next !== undefined && (await this.reading.amongJourneys(request, [next])).has(next) ? next : null;
  }

  @Get('events')
  async events(
    @Param('episodeId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<EventView>> {
    const { cursor, limit, ...then } = parseQuery(queryRoutes.events.query, query);
    const moment = pastMoment(then);
    const episodeId = idIn(id);
    const { actor } = await this.reading.care(request, episodeId);
    const all = await this.eventsOf(episodeId);
    const events = moment === undefined ? all : eventsAt(all, moment);
    const asked = { episodeId, ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) };
    const page = await readTimeline(() => Promise.resolve(events), asked).catch(translated);
    const opens = mayReadTexts(actor.role);
    await this.reading.shows(request, { action: opens ? 'open-text' : 'read', kind: 'episode', ids: [episodeId] });
    return { items: opens ? await this.opened(page.items) : page.items.map(eventView), next: page.next };
  }

  @Get('decisions')
  async decisions(
    @Param('episodeId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<DecisionView>> {
    const { cursor, limit, about, ...then } = parseQuery(queryRoutes.decisions.query, query);
    const moment = pastMoment(then);
    const episodeId = await this.known(request, id);
    if (moment !== undefined) {
      const decisions = decisionsAt(await this.eventsOf(episodeId), moment).filter(
        (decision) => about?.includes(decision.about) ?? true,
      );
      return this.shown(request, episodeId, decisions, ({ decisionId }) => [decisionId], { cursor, limit });
    }
    const page = await readDecisions(this.resources.pool, {
      episodeId,
      ...(about === undefined ? {} : { about }),
      ...(cursor === undefined ? {} : { cursor }),
      ...(limit === undefined ? {} : { limit }),
    }).catch(translated);
    await this.reading.shows(request, { action: 'read', kind: 'episode', ids: [episodeId] });
    return page;
  }

  @Get('weekly-screens')
  async weeklyScreens(
    @Param('episodeId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<WeeklyScreen>> {
    const asked = parseQuery(queryRoutes.weeklyScreens.query, query);
    const episodeId = await this.known(request, id);
    const weeks = await this.weeks(episodeId, pastMoment(asked));
    return this.shown(request, episodeId, weeks, ({ week }) => [String(week)], asked);
  }

  private async weeks(episodeId: string, moment: PastMoment | undefined): Promise<readonly WeeklyScreen[]> {
    const { pool, programmes } = this.resources;
    if (moment === undefined) return (await readWeeklyScreens(pool, episodeId, this.board.clock().today)) ?? [];
    const events = await this.eventsOf(episodeId);
    return programmes.learning(async () => weeklyScreensAt(events, moment, programmes.contextFor));
  }

  /** One page of what is at hand as a whole, on record. */
  private async shown<Item>(
    request: FastifyRequest,
    episodeId: string,
    all: readonly Item[],
    keys: (item: Item) => readonly string[],
    asked: Parameters<typeof pageAfter<Item>>[2],
  ): Promise<Page<Item>> {
    const page = translating(() => pageAfter(all, keys, asked));
    await this.reading.shows(request, { action: 'read', kind: 'episode', ids: [episodeId] });
    return page;
  }

  /** @throws ProblemError 404 */
  private async known(request: FastifyRequest, id: string): Promise<string> {
    const episodeId = idIn(id);
    await this.reading.care(request, episodeId);
    const journey = await this.resources.recorder.knownJourney(episodeId);
    if (journey.status === 'not-opened') throw notFound();
    return episodeId;
  }

  /** @throws ProblemError 404 */
  private async eventsOf(episodeId: string): Promise<readonly CareEvent[]> {
    const events = await this.resources.streams.read(episodeId);
    if (events.length === 0) throw notFound();
    return events;
  }

  private async at(episodeId: string, moment: PastMoment): Promise<JourneyView | undefined> {
    const events = await this.eventsOf(episodeId);
    const { programmes } = this.resources;
    return programmes.learning(async () => journeyViewAt(events, moment, programmes.contextFor));
  }

  /** With words in place of their seals. */
  private async opened(events: readonly CareEvent[]): Promise<EventView[]> {
    const data = await this.resources.privacy.seals.openData(events);
    return events.map((event, index) => ({ ...eventView(event), data: recordOf(data[index]) }));
  }
}

function recordOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
