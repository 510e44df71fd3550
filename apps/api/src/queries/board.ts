import { Injectable } from '@nestjs/common';
import type { BoardRow, EpisodeListItem } from '@stepway/contracts';
import { localDate } from '@stepway/pathway';
import {
  CursorUnknown,
  readBoard,
  readBoardAsOf,
  type BoardQuery,
  type Page,
  type PastMoment,
  type PastSources,
} from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { within } from '../auth/policy.ts';
import { invalid } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { Names } from './names.ts';
import { Reading } from './reading.ts';

interface Asked {
  /** Of a name, number or birth date; only for those who may see names. */
  readonly words?: string;
  /** A moment of the past; without it, now. */
  readonly moment?: PastMoment;
}

/** Rows of the board with the names of their people, for those who may see them. */
@Injectable()
export class Board {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly names: Names,
  ) {}

  /** @throws ProblemError */
  async page(
    request: FastifyRequest,
    query: BoardQuery,
    { words, moment }: Asked = {},
  ): Promise<Page<EpisodeListItem>> {
    const { scope } = await this.reading.careList(request);
    const people = words === undefined ? undefined : await this.peopleWith(request, words);
    const asked = {
      ...query,
      ...within(scope, { site: query.siteIds, programme: query.programmes }),
      ...(people && { patientIds: people }),
    };
    const { items, next } = await this.rows(asked, moment).catch(translated);
    return { items: await this.names.on(request, items), next };
  }

  /** What time alone changes in a row. */
  clock() {
    const now = this.resources.now().toISOString();
    return { now, today: (siteId: string) => this.today(siteId, now) };
  }

  /** What the past is folded from. */
  past(): PastSources {
    const { pool: database, streams, programmes } = this.resources;
    return { database, readEvents: (episodeId) => streams.read(episodeId), contextFor: programmes.contextFor };
  }

  private rows(query: BoardQuery, moment: PastMoment | undefined): Promise<Page<BoardRow>> {
    if (moment === undefined) return readBoard(this.resources.pool, query, this.clock());
    return this.resources.programmes.learning(() => readBoardAsOf(this.past(), query, moment));
  }

  private today(siteId: string, now: string): string {
    const site = this.resources.programmes.site(siteId);
    return site === undefined ? now.slice(0, 10) : localDate(now, site);
  }

  /** All of them, wherever they are: the rows asked for with them stay within the scope. */
  private async peopleWith(request: FastifyRequest, words: string): Promise<readonly string[]> {
    await this.reading.peopleList(request);
    return this.resources.privacy.identities.idsFound(words);
  }
}

/** @throws ProblemError 400 for a cursor that no list gave out */
export function translating<T>(page: () => T): T {
  try {
    return page();
  } catch (error) {
    return translated(error);
  }
}

/** @throws ProblemError 400 for a cursor that no list gave out */
export function translated(error: unknown): never {
  if (error instanceof CursorUnknown)
    throw invalid([{ pointer: 'query:cursor', message: 'none that this list gave out' }]);
  throw error;
}
