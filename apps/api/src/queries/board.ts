import { Injectable } from '@nestjs/common';
import type { BoardRow, EpisodeListItem } from '@stepway/contracts';
import { localDate, type Instant } from '@stepway/pathway';
import { CursorUnknown, readBoard, readBoardAsOf, type BoardQuery, type Page } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { mayReadNames } from '../auth/permissions.ts';
import { invalid } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { Reading } from './reading.ts';

interface Asked {
  /** Of a name, number or birth date; only for those who may see names. */
  readonly words?: string;
  /** A moment of the past, by what was known then; without it, now. */
  readonly asOf?: Instant;
}

/** Rows of the board with the names of their people, for those who may see them. */
@Injectable()
export class Board {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
  ) {}

  /** @throws ProblemError */
  async page(request: FastifyRequest, query: BoardQuery, { words, asOf }: Asked = {}): Promise<Page<EpisodeListItem>> {
    const { actor } = await this.reading.careList(request);
    const people = words === undefined ? undefined : await this.peopleWith(request, words);
    const asked = people === undefined ? query : { ...query, patientIds: people };
    const { items, next } = await this.rows(asked, asOf).catch(translated);
    const names = mayReadNames(actor.role)
      ? await this.resources.privacy.identities.namesOf([...new Set(items.map(({ patientId }) => patientId))])
      : undefined;
    await this.reading.shows(request, {
      action: 'list',
      kind: 'episode',
      ids: items.map(({ episodeId }) => episodeId),
    });
    return { items: items.map((row) => ({ ...row, name: names?.get(row.patientId) ?? null })), next };
  }

  /** What time alone changes in a row. */
  clock() {
    const now = this.resources.now().toISOString();
    return { now, today: (siteId: string) => this.today(siteId, now) };
  }

  private rows(query: BoardQuery, asOf: Instant | undefined): Promise<Page<BoardRow>> {
    const { pool: database, log, programmes } = this.resources;
    if (asOf === undefined) return readBoard(database, query, this.clock());
    const readEvents = async (episodeId: string) => (await log.readStream(episodeId)).events;
    const sources = { database, readEvents, contextFor: programmes.contextFor };
    return programmes.learning(() => readBoardAsOf(sources, query, asOf));
  }

  private today(siteId: string, now: string): string {
    const site = this.resources.programmes.site(siteId);
    return site === undefined ? now.slice(0, 10) : localDate(now, site);
  }

  private async peopleWith(request: FastifyRequest, words: string): Promise<readonly string[]> {
    await this.reading.person(request, []);
    const found = await this.resources.privacy.identities.search(words, 500);
    return found.map(({ patientId }) => patientId);
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
