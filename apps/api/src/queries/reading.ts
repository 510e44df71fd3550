import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QueryName } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { apart, type Part } from '../audit/apart.ts';
import { ShownBefore, viewOf } from '../audit/shown-before.ts';
import { Access } from '../auth/access.ts';
import { callerOf } from '../auth/authenticate.guard.ts';
import type { Caller } from '../auth/caller.ts';
import { placeOf } from '../auth/place-of.ts';
import { notAllowed, notFound, type ProblemError } from '../http/problem.ts';
import { mayAsk, mayReadCare, mayReadNames } from '../auth/permissions.ts';
import { Resources } from '../resources.ts';

/** What of a person an answer shows. */
export interface Shown {
  readonly action: 'read' | 'list' | 'search' | 'open-text' | 'create';
  readonly kind: 'patient' | 'episode';
  readonly ids: readonly string[];
}

/** Who may see a person's data, and the record of who saw it. No record, no answer. */
@Injectable()
export class Reading {
  private readonly shownBefore = new ShownBefore();

  constructor(
    private readonly resources: Resources,
    private readonly access: Access,
  ) {}

  /**
   * A list about journeys; what it asks for stays `within` the caller's scope.
   * @throws ProblemError 403; the denial is on record
   */
  async careList(request: FastifyRequest): Promise<Caller> {
    const caller = callerOf(request);
    if (!mayReadCare(caller.actor.role)) throw await this.denied(request, 'episode');
    return caller;
  }

  /** A list that only some of those who see people work with. @throws ProblemError 403; the denial is on record */
  async list(request: FastifyRequest, query: QueryName): Promise<Caller> {
    const caller = await this.careList(request);
    if (!mayAsk(caller.actor.role, query)) throw await this.denied(request, 'episode');
    return caller;
  }

  /** @throws ProblemError 404, alike for who may not see it and for what is not there; the denial is on record */
  async care(request: FastifyRequest, episodeId: string): Promise<Caller> {
    const caller = callerOf(request);
    if ((await this.access.toJourney(caller, 'see', episodeId)) === 'granted') return caller;
    throw await this.denied(request, 'episode', episodeId);
  }

  /** A list of people: of what is found, the caller sees those `amongPeople`. @throws ProblemError 403; the denial is on record */
  async peopleList(request: FastifyRequest): Promise<Caller> {
    const caller = callerOf(request);
    if (!mayReadNames(caller.actor.role)) throw await this.denied(request, 'patient');
    return caller;
  }

  /** @throws ProblemError 404, alike for who may not see the person and for one who is not there; the denial is on record */
  async person(request: FastifyRequest, patientId: string): Promise<Caller> {
    const caller = callerOf(request);
    const seen = mayReadNames(caller.actor.role) && (await this.access.amongPeople(caller, [patientId])).has(patientId);
    if (!seen) throw await this.denied(request, 'patient', patientId);
    return caller;
  }

  amongPeople(
    request: FastifyRequest,
    people: readonly { readonly patientId: string }[],
  ): Promise<ReadonlySet<string>> {
    return this.access.amongPeople(
      callerOf(request),
      people.map(({ patientId }) => patientId),
    );
  }

  /** Those of these journeys that the caller may see. */
  amongJourneys(request: FastifyRequest, episodeIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.access.amongJourneys(callerOf(request), episodeIds);
  }

  /**
   * Writes down what an answer is about to show, of a list each person once for a while; of a search also that it found nobody, for it was asked about somebody.
   * Rejects if it cannot: then nothing may be shown.
   */
  async shows(request: FastifyRequest, { action, kind, ids }: Shown): Promise<void> {
    if (ids.length > 0 || action === 'search') await this.record(request, 'granted', { action, kind, ids });
  }

  /** Who reads the trail is on it, also where it names nobody. */
  async showsTrail(request: FastifyRequest, patientIds: readonly string[]): Promise<void> {
    await this.record(request, 'granted', { action: 'read-trail', kind: 'patient', ids: patientIds });
  }

  /** Something was asked for that is not there, or not for the caller. */
  missed(request: FastifyRequest): Promise<void> {
    return this.record(request, 'denied', { action: 'read', kind: 'episode', ids: [] });
  }

  /** Of one journey, what only some of those who see it may ask. @throws ProblemError 404, alike; the denial is on record */
  async careOf(request: FastifyRequest, query: QueryName, episodeId: string): Promise<Caller> {
    const caller = await this.care(request, episodeId);
    if (!mayAsk(caller.actor.role, query)) throw await this.denied(request, 'episode', episodeId);
    return caller;
  }

  private async denied(request: FastifyRequest, kind: Shown['kind'], id?: string): Promise<ProblemError> {
    const ids = id === undefined ? [] : [id];
    await this.record(request, 'denied', { action: id === undefined ? 'list' : 'read', kind, ids });
    return id === undefined ? notAllowed('Your role sees no people') : notFound();
  }

  private async record(
    request: FastifyRequest,
    outcome: 'granted' | 'denied',
    { action, kind, ids }: Pick<Shown, 'kind' | 'ids'> & { readonly action: string },
  ): Promise<void> {
    const caller = callerOf(request);
    const requestId = randomUUID();
    const { privacy, now } = this.resources;
    const [at, place] = [now().getTime(), placeOf(request)];
    const parts = outcome === 'denied' ? [{ ids }] : apart(caller, ids, at);
    const write = ({ ids: subjectIds, ...by }: Part): Promise<unknown> =>
      privacy.audit.record({
        ...{ requestId, actor: caller.actor, action, place },
        ...{ subjectKind: kind, subjectIds, outcome, ...by },
      });
    const writeOnce = async (part: Part): Promise<void> => {
      const view = viewOf(caller, place, part.emergencyId);
      const anew = this.shownBefore.among(view, part.ids, at);
      if (anew.length === 0) return;
      await write({ ...part, ids: anew });
      this.shownBefore.remember(view, anew, at);
    };
    // A page asks for its lists again by itself.
    await Promise.all(parts.map(outcome === 'granted' && action === 'list' ? writeOnce : write));
  }
}
