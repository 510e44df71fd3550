import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MovedJourney, MovedJourneys, MoveJourneysRequest } from '@stepway/contracts';
import { versionChange, type ProgrammeVersion } from '@stepway/pathway';
import { episodesOnVersion, pageAfter, type Page } from '@stepway/read-models';
import { Access } from '../auth/access.ts';
import type { Caller } from '../auth/caller.ts';
import { ProblemError } from '../http/problem.ts';
import { translated, translating } from '../queries/board.ts';
import { Resources } from '../resources.ts';
import { Journeys } from './journeys.ts';
import { rejectionProblem } from './rejection-problem.ts';

interface Wanted {
  readonly from: ProgrammeVersion;
  readonly to: ProgrammeVersion;
  readonly request: MoveJourneysRequest;
  readonly caller: Caller;
}

/**
 * Moves many journeys to another version, one by one through the door of every command. What was done is in the log:
 * ended midway and begun again, it goes on with those who are still on the old version.
 */
@Injectable()
export class VersionMoves {
  constructor(
    private readonly resources: Resources,
    private readonly journeys: Journeys,
    private readonly access: Access,
  ) {}

  async page(wanted: Wanted): Promise<MovedJourneys> {
    const { from, to, request } = wanted;
    const page = await this.episodes(wanted);
    const items: MovedJourney[] = [];
    for (const episodeId of page.items) items.push(await this.one(episodeId, wanted));
    return { from, to, dry: request.dry, items, next: page.next };
  }

  private async episodes({ from, request, caller }: Wanted): Promise<Page<string>> {
    const { episodeIds, cursor, limit } = request;
    if (episodeIds !== undefined) return translating(() => pageAfter(episodeIds, (id) => [id], { cursor, limit }));
    return episodesOnVersion(this.resources.pool, { ...from, siteIds: caller.scope.sites, cursor, limit }).catch(
      translated,
    );
  }

  private denied(episodeId: string, { actor }: Caller): Promise<void> {
    return this.resources.privacy.audit.record({
      ...{ requestId: randomUUID(), actor, action: 'command', place: type },
      ...{ subjectKind: 'episode', subjectIds: [episodeId], outcome: 'denied' },
    });
  }

  private async one(episodeId: string, { from, to, request, caller }: Wanted): Promise<MovedJourney> {
    const { recorder, programmes, now } = this.resources;
    const journey = await recorder.journey(episodeId);
    const unseen = (await this.access.toJourney(caller, type, episodeId)) !== 'granted';
    if (unseen) await this.denied(episodeId, caller);
    if (journey.status === 'not-opened' || unseen)
      return refused(episodeId, rejectionProblem(type, { type: 'EpisodeNotOpened' }));
    const { programme, programmeSince = 'its opening' } = journey;
    if (programme.id !== from.id || programme.version !== from.version) return { episodeId, outcome: 'known' };
    const { levels, reason, dry } = request;
    if (dry) {
      const context = programmes.contextFor(journey, now().toISOString());
      const tried = versionChange(journey, { programme: to, ...(levels && { levels }) }, context);
      if ('rejection' in tried) return refused(episodeId, rejectionProblem(type, tried.rejection));
      return { episodeId, outcome: 'would-move', change: tried.change };
    }
    const body = { programme: to, ...(levels && { levels }), ...(reason !== undefined && { reason }) };
    // The same move of the same journey has one key: asked again after a crash, it is done once. Moved back and forth, it
    // is another move each time.
    const idempotencyKey = `${to.id} ${to.version} since ${programmeSince} ${episodeId}`;
    try {
      await this.journeys.send({ type, episodeId, body, caller, options: { dry: false, idempotencyKey } });
      return { episodeId, outcome: 'moved' };
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 409) return refused(episodeId, error);
      throw error;
    }
  }
}

const type = 'MoveToProgrammeVersion';

function refused(episodeId: string, { problem: { name, title, extensions } }: ProblemError): MovedJourney {
  const rejection = extensions?.['rejection'];
  const figures = typeof rejection === 'object' && rejection !== null ? { rejection: { ...rejection } } : {};
  return { episodeId, outcome: 'refused', refusal: { name, title, ...figures } };
}
