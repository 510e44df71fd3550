import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { tellJourney, type ReadIds, type ReadResource } from '@stepway/clinical-codes';
import { Uuid, type FhirReadType } from '@stepway/contracts';
import type { OpenedJourney } from '@stepway/pathway';
import { readTrail } from '@stepway/privacy';
import { readPlacesAfter } from '@stepway/read-models';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { Access } from '../auth/access.ts';
import { mayAsk, mayReadNames } from '../auth/permissions.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { Reading } from '../queries/reading.ts';
import { Resources } from '../resources.ts';
import { auditEvent } from './audit-events.ts';
import { roundTheClock } from './round-the-clock.ts';
import { inOrder, type Candidate, type FhirReader, type Shown, type ToldJourney } from './told-journey.ts';

/** So much of a journey's trail, the newest first. */
const mostOfTrail = 500;

/** People of the house: whom they may see, by our own ids, and on record as everywhere. */
@Injectable()
export class HouseReader implements FhirReader {
  readonly forPartner = false;

  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
    private readonly access: Access,
  ) {}

  async mayAsk(request: FastifyRequest, _type: FhirReadType, interaction: 'r' | 's'): Promise<void> {
    await mustBeAllowed(this.resources, request, { fhir: interaction === 's' ? 'searchFhir' : 'readFhir' });
  }

  async after(request: FastifyRequest, ref: string, limit: number): Promise<readonly Candidate[]> {
    const { scope, grants } = callerOf(request);
    const now = this.resources.now().getTime();
    const places = await readPlacesAfter(this.resources.pool, {
      ...{ after: ref, limit, siteIds: scope.sites, programmes: scope.programmes },
      alsoIds: grants.filter(({ until }) => until > now).map(({ episodeId }) => episodeId),
    });
    return places.map(({ episodeId }) => candidate(episodeId));
  }

  async ofPerson(request: FastifyRequest, person: string): Promise<readonly Candidate[]> {
    const patientId = Uuid.safeParse(person).data;
    if (patientId === undefined) return [];
    const opened = await this.resources.log.openingsOf([patientId]);
    const found = await Promise.all(opened.map(({ episodeId }) => this.byRef(request, episodeId)));
    return found.filter((one) => one !== undefined);
  }

  async byRef(request: FastifyRequest, ref: string): Promise<Candidate | undefined> {
    const episodeId = Uuid.safeParse(ref).data;
    if (episodeId === undefined) return undefined;
    const verdict = await this.access.toJourney(callerOf(request), 'see', episodeId);
    return verdict === 'granted' ? candidate(episodeId) : undefined;
  }

  async tell(
    request: FastifyRequest,
    { episodeId, ref }: Candidate,
    types: ReadonlySet<string>,
  ): Promise<ToldJourney | undefined> {
    const { recorder, privacy } = this.resources;
    const journey = await recorder.journey(episodeId);
    if (journey.status === 'not-opened') return undefined;
    const { patientId, version } = journey;
    const names = types.has('Patient') && mayReadNames(callerOf(request).actor.role);
    const known = names ? (await privacy.identities.get(patientId))?.person : undefined;
    const ids: ReadIds = {
      ...{ patient: patientId, episode: episodeId },
      of: (kind, key) => `${episodeId}.${createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, 24)}`,
    };
    const resources = tellJourney({
      ...{ journey, ids, known, numbers: true, roundTheClock: await roundTheClock(this.resources, journey) },
      ...{ may: () => true, showsConsent: () => true },
    });
    const trail = types.has('AuditEvent') ? await this.trail(request, journey, ids) : [];
    return { episodeId, ref, patientId, version, resources: inOrder([...resources, ...trail]) };
  }

  /** The last of it, for those who may see who saw somebody. */
  private async trail(
    request: FastifyRequest,
    { patientId, episodeId }: OpenedJourney,
    ids: ReadIds,
  ): Promise<readonly ReadResource[]> {
    if (!mayAsk(callerOf(request).actor.role, 'episodeAccess')) return [];
    const found = await readTrail(this.resources.pool, { subjectIds: [patientId, episodeId], limit: mostOfTrail });
    return found.map((access) => auditEvent(access, ids));
  }

  async shows(request: FastifyRequest, shown: readonly Shown[], action: 'read' | 'search'): Promise<boolean> {
    const ids = [...new Set(shown.map(({ journey }) => journey.episodeId))];
    await this.reading.shows(request, { action: action === 'read' ? 'read' : 'list', kind: 'episode', ids });
    const people = shown.filter(({ resources }) => resources.some(({ resource }) => 'name' in resource));
    const patientIds = [...new Set(people.map(({ journey }) => journey.patientId))];
    await this.reading.shows(request, {
      action: action === 'read' ? 'read' : 'list',
      kind: 'patient',
      ids: patientIds,
    });
    return true;
  }

  async misses(request: FastifyRequest): Promise<void> {
    await this.reading.missed(request);
  }
}

const candidate = (episodeId: string): Candidate => ({ ref: episodeId, episodeId });
