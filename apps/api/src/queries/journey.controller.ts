import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  queryRoutes,
  Uuid,
  type DecisionView,
  type EpisodeView,
  type EventView,
  type JourneyView,
  type WeeklyScreen,
} from '@stepway/contracts';
import type { CareEvent } from '@stepway/pathway';
import {
  eventView,
  journeyKnownAt,
  journeyView,
  pageAfter,
  readDecisions,
  readJourney,
  readNextEpisode,
  readTimeline,
  readWeeklyScreens,
  type Page,
} from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayReadNames, mayReadTexts } from '../auth/permissions.ts';
import { parseQuery } from '../http/parse.ts';
import { notFound } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { Board, translated, translating } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
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
    const { asOf } = parseQuery(queryRoutes.episode.query, query);
    const episodeId = episodeIdOf(id);
    const { actor } = await this.reading.care(request, episodeId);
    const journey =
      asOf === undefined ? await readJourney(this.resources.pool, episodeId) : await this.at(episodeId, asOf);
    if (journey === undefined) throw notFound();
    const { patientId } = journey;
    const names = mayReadNames(actor.role) ? await this.resources.privacy.identities.namesOf([patientId]) : undefined;
    await this.reading.shows(request, { action: 'read', kind: 'episode', ids: [episodeId] });
    // What the next command may name in `If-Match`.
    if (asOf === undefined) reply.header('etag', `"${journey.version}"`);
    const nextEpisodeId = (await readNextEpisode(this.resources.pool, journey)) ?? null;
    return { ...journey, name: names?.get(patientId) ?? null, nextEpisodeId };
  }

  @Get('events')
  async events(
    @Param('episodeId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<EventView>> {
    const { cursor, limit } = parseQuery(queryRoutes.events.query, query);
    const episodeId = episodeIdOf(id);
    const { actor } = await this.reading.care(request, episodeId);
    const events = await this.eventsOf(episodeId);
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
    const { cursor, limit, about } = parseQuery(queryRoutes.decisions.query, query);
    const episodeId = await this.known(request, id);
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
    const weeks = (await readWeeklyScreens(this.resources.pool, episodeId, this.board.clock().today)) ?? [];
    const page = translating(() => pageAfter(weeks, ({ week }) => [String(week)], asked));
    await this.reading.shows(request, { action: 'read', kind: 'episode', ids: [episodeId] });
    return page;
  }

  /** @throws ProblemError 404 */
  private async known(request: FastifyRequest, id: string): Promise<string> {
    const episodeId = episodeIdOf(id);
    await this.reading.care(request, episodeId);
    const journey = await this.resources.recorder.knownJourney(episodeId);
    if (journey.status === 'not-opened') throw notFound();
    return episodeId;
  }

  /** @throws ProblemError 404 */
  private async eventsOf(episodeId: string): Promise<readonly CareEvent[]> {
    const { events } = await this.resources.log.readStream(episodeId);
    if (events.length === 0) throw notFound();
    return events;
  }

  private async at(episodeId: string, asOf: string): Promise<JourneyView | undefined> {
    const journey = journeyKnownAt(await this.eventsOf(episodeId), asOf);
    const { programmes } = this.resources;
    return journey && programmes.learning(async () => journeyView(journey, programmes.contextFor));
  }

  /** With words in place of their seals. */
  private async opened(events: readonly CareEvent[]): Promise<EventView[]> {
    const data = await this.resources.privacy.seals.openData(events);
    return events.map((event, index) => ({ ...eventView(event), data: recordOf(data[index]) }));
  }
}

function episodeIdOf(id: string): string {
  if (!Uuid.safeParse(id).success) throw notFound();
  return id.toLowerCase();
}

function recordOf(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
