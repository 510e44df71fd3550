import { Injectable } from '@nestjs/common';
import type { FhirReadType } from '@stepway/contracts';
import type { ExportJob, ExportPlace } from '@stepway/partners';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { notSignedIn, ProblemError } from '../http/problem.ts';
import { PartnerReader } from '../fhir-read/partner-reader.ts';
import { Resources } from '../resources.ts';
import type { ExportAsked } from './export-asked.ts';
import { partOfExport } from './part-of-export.ts';

/** So long a partner may download it. */
const keptMs = 24 * 3_600_000;
/**
 * Everything recorded so long before an export is asked for is found by it: a new consent is found within a second, and
 * what was being written then is.
 */
const settledMs = 2_000;
/** At one request so many journeys at a time are looked at, for about so long. */
const [journeysAtATime, workMs] = [50, 1_000];
/** A file goes over so many journeys. */
const journeysAPart = 2_000;

/**
 * Exports of a partner. Only what was asked is kept, and which files there are to be: that is found out bit by bit, at each
 * request about it, so that it goes on after a restart, and costs nothing where nobody asks.
 */
@Injectable()
export class FhirExports {
  constructor(
    private readonly resources: Resources,
    private readonly reader: PartnerReader,
  ) {}

  /** @throws ProblemError 429 where the partner has so many already */
  async start(
    request: FastifyRequest,
    asked: Pick<ExportAsked, 'since'> & {
      readonly jobId: string;
      readonly types: readonly FhirReadType[];
      readonly request: string;
    },
  ): Promise<void> {
    const requestedAt = this.resources.now();
    const later = (ms: number): Date => new Date(requestedAt.getTime() + ms);
    const started = await this.resources.partners.exports.start({
      ...{ ...asked, partnerId: partnerOf(request), requestedAt },
      ...{ transactionAt: later(-settledMs), expiresAt: later(keptMs) },
    });
    if (!started) throw tooManyExports();
  }

  /** The caller's own, until it is deleted or expires. */
  find(request: FastifyRequest, jobId: string): Promise<ExportJob | undefined> {
    return this.resources.partners.exports.find(partnerOf(request), jobId, this.resources.now());
  }

  end(request: FastifyRequest, jobId: string): Promise<boolean> {
    return this.resources.partners.exports.end(partnerOf(request), jobId);
  }

  /** Takes it further. @returns how far it came */
  async goOn(request: FastifyRequest, job: ExportJob): Promise<ExportPlace> {
    const until = performance.now() + workMs;
    let at: ExportPlace = job;
    while (!at.ready && performance.now() < until) {
      const next = await this.further(request, job, at);
      if (!(await this.resources.partners.exports.moved(job.jobId, at, next))) break; // another request takes it further
      at = next;
    }
    return at;
  }

  private async further(request: FastifyRequest, job: ExportJob, at: ExportPlace): Promise<ExportPlace> {
    const parts = at.lookedAt % journeysAPart === 0 ? [...at.parts, at.place] : at.parts;
    const part = parts.length - 1;
    const known = new Set(at.files.filter((file) => file.part === part).map(({ type }) => type));
    const candidates = await this.reader.after(request, at.place, journeysAtATime);
    for (const candidate of candidates) {
      if (job.types.every((type) => known.has(type))) break;
      const journey = await this.reader.tell(request, candidate, new Set(job.types));
      for (const { resource } of partOfExport(journey, job)) known.add(resource.resourceType);
    }
    return {
      ...{ parts, lookedAt: at.lookedAt + candidates.length, ready: candidates.length < journeysAtATime },
      place: candidates.at(-1)?.ref ?? at.place,
      files: [...at.files.filter((file) => file.part !== part), ...[...known].map((type) => ({ type, part }))],
    };
  }
}

function partnerOf(request: FastifyRequest): string {
  const { partnerId } = callerOf(request);
  if (partnerId === undefined) throw notSignedIn('The partner is not registered');
  return partnerId;
}

const tooManyExports = (): ProblemError =>
  new ProblemError({
    name: 'too-many-exports',
    status: 429,
    title: 'So many exports of one partner at once are not taken: end one, or wait until one expires',
    headers: { 'retry-after': '600' },
  });
