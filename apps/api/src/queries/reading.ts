import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '@stepway/pathway';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import type { Caller } from '../auth/caller.ts';
import { mayReadCare, mayReadNames } from '../auth/permissions.ts';
import { notAllowed, notFound } from '../http/problem.ts';
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
  constructor(private readonly resources: Resources) {}

  /** @throws ProblemError 403; the denial is on record */
  careList(request: FastifyRequest): Promise<Caller> {
    return this.admit(request, mayReadCare, 'episode', []);
  }

  /** @throws ProblemError 404, alike for who may not see it and for what is not there; the denial is on record */
  care(request: FastifyRequest, episodeId: string): Promise<Caller> {
    return this.admit(request, mayReadCare, 'episode', [episodeId]);
  }

  /** @throws ProblemError 403, or 404 for a person by id; the denial is on record */
  person(request: FastifyRequest, patientIds: readonly string[]): Promise<Caller> {
    return this.admit(request, mayReadNames, 'patient', patientIds);
  }

  /** Writes down what an answer is about to show. Rejects if it cannot: then nothing may be shown. */
  async shows(request: FastifyRequest, { action, kind, ids }: Shown): Promise<void> {
    if (ids.length > 0) await this.record(request, 'granted', { action, kind, ids });
  }

  private async admit(
    request: FastifyRequest,
    may: (role: Role) => boolean,
    kind: Shown['kind'],
    ids: readonly string[],
  ): Promise<Caller> {
    const caller = callerOf(request);
    if (may(caller.actor.role)) return caller;
    await this.record(request, 'denied', { action: ids.length === 0 ? 'list' : 'read', kind, ids });
    throw ids.length === 0 ? notAllowed('Your role sees no people') : notFound();
  }

  private record(request: FastifyRequest, outcome: 'granted' | 'denied', { action, kind, ids }: Shown): Promise<void> {
    return this.resources.privacy.audit.record({
      requestId: randomUUID(),
      actor: callerOf(request).actor,
      action,
      place: `${request.method} ${request.routeOptions.url ?? ''}`,
      subjectKind: kind,
      subjectIds: ids,
      outcome,
    });
  }
}
